/** Steps of a procedure that is no settlement; the first is what it concerns. */
export const pageStep = {
  applicant: '办理对象',
  situation: '情形',
  page: '登记事项',
  people: '人员',
  target: '地址与户',
  materials: '材料',
  check: '核对受理',
};

export const page = { nothing: '此业务没有需要另外填写的事项。', present: '现登记：' };

export const subject = { person: '为谁办理', household: '办理哪一户', address: '办理哪个地址' };

export const subjectKind = { person: '人员', household: '户', address: '地址' };

export const catalogue = {
  title: '选择业务',
  find: '查找业务',
  hint: '业务名称、拼音首字母或事项编码（如 C21），回车选用，上下键移动',
  none: '没有匹配的业务',
  startWithout: '先开始，稍后选定',
  back: '重选业务',
};

export const procedureGroup = {
  settling: '落户',
  entry: '出生、补录与恢复',
  moving: '迁移',
  household: '立户、分户与户主',
  leaving: '注销',
  items: '变更更正',
  papers: '证件与证明',
  residence: '居住登记与居住证',
  queries: '查询统计',
};

export const procedures = {
  title: '可办业务',
  narrow: '名称、拼音首字母或编码',
  others: '其他业务',
};

export const member = { noHousehold: '没有可选的户内成员；先选定办理对象。', near: '{label}（本户人员）' };

export const newHead = {
  'head-stays': '户主留在户内，不用选新户主。',
  'nobody-stays': '无人留在户内，该户随之销户，不用选新户主。',
  'one-stays': '户内只剩一人，该人自动成为户主。',
};

export const relation = {
  takeAll: '已核对，全部采用所列关系',
  present: '现为{relation}，不变的不填',
  suggested: '可能是{relation}，核对后选定',
  follows: '由现有关系推定，可以改',
  afterHead: '选定户主后填写。',
  nobody: '没有需要填写关系的成员。',
};
