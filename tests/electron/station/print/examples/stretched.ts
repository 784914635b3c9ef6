import type { Form, FormField, FormInput, FormValue } from '../../../../../shared/domain/form.ts';

/** Fifty characters, the most the register takes, in the way of a Uygur name with its dots. */
const longName = '阿卜杜热合曼江·买买提艾合买提江·图尔荪尼亚孜·麦麦提图尔荪江·阿卜力孜热合曼·吐尔洪江·示例江示例';
/** Sixty characters. */
const longAddress =
  '新疆维吾尔自治区克孜勒苏柯尔克孜自治州阿克陶县示例镇示例社区示例大街东段北侧一百二十三号示例花园小区十二号楼三单元一七〇';
const longStation = '克孜勒苏柯尔克孜自治州公安局阿克陶县公安局示例镇派出所';
const longUnit = '新疆维吾尔自治区克孜勒苏柯尔克孜自治州阿克陶县示例农副产品加工销售专业合作社示例分社';
const longThing = '经不动产登记机构备案的商品房买卖合同及其补充协议原件';
const longMove = `2026年11月21日因工作调动由${longAddress}迁来`;
const sentence = '经走访调查、查阅原始登记簿册并与有关部门共享信息比对，所报情况与登记资料记载一致。';

/** The longest words a field may carry, by the last part of its path. */
const longest: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['name', 'headName', 'formerName', 'keeperName', 'soughtName', 'declarant', 'person'].map((key) => [key, longName]),
  ),
  ...Object.fromEntries(
    ['address', 'hukouAddress', 'destinationAddress', 'newAddress', 'otherAddress', 'before', 'after'].map((key) => [
      key,
      longAddress,
    ]),
  ),
  ...Object.fromEntries(['station', 'issuer', 'handingUnit', 'receivingUnit'].map((key) => [key, longStation])),
  ...Object.fromEntries(['movedToCity', 'movedToAddress', 'movedAway', 'cancelled'].map((key) => [key, longMove])),
  nameMasked: `阿${'*'.repeat(49)}`,
  unitName: longUnit,
  workplace: longUnit,
  officer: '麦麦提图尔荪·示例江',
  ethnicity: '乌孜别克族',
  birthplace: '新疆维吾尔自治区克孜勒苏柯尔克孜自治州阿克陶县',
  nativePlace: '新疆维吾尔自治区克孜勒苏柯尔克孜自治州阿克陶县',
  relation: '配偶的祖父母或外祖父母',
  relationToHead: '配偶的祖父母或外祖父母',
  education: '中等专业学校或中等技术学校',
  maritalStatus: '未说明的婚姻状况',
  occupation: '其他未列明的专业技术人员',
  reason: '因原住房拆迁安置，随配偶、子女共同居住生活',
  purpose: '办理继承公证、不动产转移登记和存款提取',
  summary: sentence.repeat(3),
  body: sentence.repeat(4),
  findings: sentence.repeat(2),
  features: sentence.repeat(2),
  inquiry: sentence.repeat(2),
  identification: sentence.repeat(2),
};
/** Lists whose `name` is a thing, not a person. */
const thingLists = new Set(['materials', 'missing', 'received', 'proofs', 'services', 'byRoute', 'byOrigin']);
const rowsWithoutLimit = 12;

function stretchedText(path: string, text: string): string {
  const [list = ''] = path.split('[]');
  if (path.endsWith('.name') && thingLists.has(list)) return longThing;
  const words = longest[path.split('.').at(-1) ?? ''];
  return words !== undefined && words.length > text.length ? words : text;
}

function stretchedValue(form: Form, path: string, value: FormValue | undefined): FormValue | undefined {
  const field: FormField | undefined = form.fields[path];
  if (Array.isArray(value)) {
    const rows: FormInput[] = value.map((row) => stretchedRecord(form, `${path}[].`, row));
    const count = Math.max(rows.length, field?.maxItems ?? rowsWithoutLimit);
    return rows.length === 0 ? rows : Array.from({ length: count }, (_, index) => rows[index % rows.length] ?? {});
  }
  if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array))
    return stretchedRecord(form, `${path}.`, value as FormInput);
  return typeof value === 'string' && field?.type === 'text' ? stretchedText(path, value) : value;
}

function stretchedRecord(form: Form, prefix: string, record: FormInput): FormInput {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, stretchedValue(form, `${prefix}${key}`, value)]),
  );
}

/** An example with names of fifty characters, addresses of sixty, and every list as long as it may be. */
export function stretched(form: Form, input: FormInput): FormInput {
  return stretchedRecord(form, '', input);
}
