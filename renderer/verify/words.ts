/** The two languages of the page; Chinese comes first. */
export type PageLanguage = 'zh' | 'en';

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Every text of the page that is not a verdict. */
export const pageWords = {
  title: { zh: '落户文书验证', en: 'Luohu document check' },
  lead: {
    zh: '核对文书上的验证码是否由派出所签发、是否被改动或作废。本页不连接网络，所验内容不离开本机。',
    en: 'Checks whether the code on a paper was issued by the police station, and is neither altered nor voided. This page uses no network; nothing leaves this computer.',
  },
  otherLanguage: { zh: 'English', en: '中文' },
  keys: { zh: '一、载入公钥集', en: '1. Load the key set' },
  keysLead: {
    zh: '公钥集由市公安局公布。请从可信渠道取得：公钥集不可信，结论就不可信。',
    en: 'The police bureau of the city publishes it. Take it from a place you trust: the answer is worth no more than the keys.',
  },
  chooseKeys: { zh: '选择公钥集文件', en: 'Choose the key set' },
  pasteKeys: { zh: '或者粘贴公钥集', en: 'Or paste the key set' },
  chooseVoided: { zh: '选择作废清单（可不选）', en: 'Choose the list of voided numbers (optional)' },
  keysLoaded: { zh: '已载入公钥 {count} 把，截至 {asOf}。', en: 'Keys loaded: {count}, as of {asOf}.' },
  voidedLoaded: { zh: '已载入作废编号 {count} 个，截至 {asOf}。', en: 'Voided numbers loaded: {count}, as of {asOf}.' },
  keysWrong: { zh: '这不是公钥集。请选择市公安局公布的文件。', en: 'This is no key set. Choose the published file.' },
  voidedWrong: { zh: '这不是作废清单。', en: 'This is no list of voided numbers.' },
  code: { zh: '二、读取验证码', en: '2. Read the code' },
  openCamera: { zh: '打开摄像头扫码', en: 'Scan with the camera' },
  closeCamera: { zh: '关闭摄像头', en: 'Close the camera' },
  choosePicture: { zh: '选择照片或扫描件', en: 'Choose a photo or scan' },
  pasteCode: { zh: '或者粘贴以 LH1: 开头的文字', en: 'Or paste the text that begins with LH1:' },
  check: { zh: '验证', en: 'Check' },
  result: { zh: '三、结论', en: '3. Result' },
  noKeys: { zh: '请先载入公钥集，再读取验证码。', en: 'Load the key set first, then read the code.' },
  noCamera: {
    zh: '摄像头打不开：没有摄像头、被其他程序占用，或者未获准使用。可改用照片或粘贴文字。',
    en: 'The camera does not open: there is none, it is in use, or it was not allowed. Use a photo or paste the text.',
  },
  noCode: {
    zh: '图片中没有找到二维码。请拍近一些，保持平整、光线充足，再选一次。',
    en: 'No QR code was found in the picture. Take it closer, flat and in good light, and choose it again.',
  },
  noCrypto: {
    zh: '此浏览器不提供验证所需的加密功能。请把本页存到电脑上直接打开，或者换用新版浏览器。',
    en: 'This browser lacks the cryptography that the check needs. Open the page from your own disk, or use a newer browser.',
  },
  station: { zh: '签发单位', en: 'Issued by' },
  form: { zh: '文书', en: 'Paper' },
  number: { zh: '编号', en: 'Number' },
  issuedOn: { zh: '签发日期', en: 'Issued on' },
  voidedOn: { zh: '作废日期', en: 'Voided on' },
  reason: { zh: '作废原因', en: 'Reason' },
  key: { zh: '密钥', en: 'Key' },
  checked: { zh: '已核对', en: 'Checked' },
  notChecked: { zh: '未核对', en: 'Not checked' },
  nothing: { zh: '无', en: 'nothing' },
  unsure: {
    zh: '以下各项来自验证码本身，未经证实。',
    en: 'What follows is what the code says of itself; nothing proves it.',
  },
} satisfies Record<string, Words>;
export type PageWord = keyof typeof pageWords;

/** The text in a language, `{name}` filled from the values. */
export function sayIn(
  language: PageLanguage,
  word: PageWord,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return pageWords[word][language].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
