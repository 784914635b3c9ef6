import type { SealAspect, SealVerdict } from './check-seal.ts';

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** For every verdict: what it means, and what to do. */
export const verdictWords: Readonly<Record<SealVerdict, Words>> = {
  valid: {
    zh: '验证通过：确由该派出所签发，验证码未经改动。请核对纸面内容与下列各项一致。',
    en: 'Valid: issued by this station, and the code is unchanged. Compare the paper with what is listed.',
  },
  malformed: {
    zh: '不是落户文书验证码，或者内容残缺。请重新扫描，保持纸面平整、光线充足。',
    en: 'This is no Luohu document code, or it is incomplete. Scan again with the paper flat and in good light.',
  },
  'unknown-key': {
    zh: '无法验证：公钥集中没有签发该码的公钥。请更新公钥集后再验；仍无法验证的，向签发单位查询。',
    en: 'Not verified: the key set lacks the key of this code. Update the key set; if it still fails, ask the issuer.',
  },
  altered: {
    zh: '验证不通过：签名不符，验证码被改动过或者系伪造。请勿采信，向签发单位查询。',
    en: 'Not valid: the signature does not fit; the code was altered or forged. Do not rely on it; ask the issuer.',
  },
  revoked: {
    zh: '验证不通过：签发所用的密钥已被撤销，该密钥签发的文书均不可采信。请向签发单位换领。',
    en: 'Not valid: the signing key was revoked, and nothing it signed is good. Ask the issuer for a new paper.',
  },
  'not-in-force': {
    zh: '验证不通过：签发日期不在密钥有效期内。请勿采信，向签发单位查询。',
    en: 'Not valid: the key was not in force on the day of issue. Do not rely on it; ask the issuer.',
  },
  'wrong-station': {
    zh: '验证不通过：密钥不属于验证码所称的签发单位。请勿采信，向签发单位查询。',
    en: 'Not valid: the key is not that of the station named. Do not rely on it; ask the issuer.',
  },
  voided: {
    zh: '该文书已作废：编号曾由该派出所签发，现已失效。请勿采信。',
    en: 'Voided: this number was issued by the station, but is good no longer. Do not rely on it.',
  },
  'other-content': {
    zh: '验证不通过：验证码属实，但与所给内容不符。请勿采信，向签发单位查询。',
    en: 'Not valid: the code is genuine, but not for this content. Do not rely on it; ask the issuer.',
  },
};

/** What a check looked at, or did not. */
export const aspectWords: Readonly<Record<SealAspect, Words>> = {
  signature: { zh: '签名', en: 'the signature' },
  key: { zh: '密钥的归属和有效期', en: 'whose key it is, and its validity' },
  voided: { zh: '编号是否作废', en: 'whether the number was voided' },
  content: { zh: '打印内容的散列值', en: 'the hash of the content' },
  paper: { zh: '纸面文字（须人工核对）', en: 'the words on the paper (compare them yourself)' },
};
