export const personPage = {
  card: '常住人口登记卡',
  household: '所在户',
  kin: '亲属',
  father: '父亲',
  mother: '母亲',
  spouse: '配偶',
  children: '子女',
  guardians: '监护人',
  residences: '居住登记',
  permits: '居住证',
  papers: '迁移证件',
  certificates: '户籍证明',
  cases: '相关业务',
  noCases: '本机没有与此人有关的业务。',
  open: '打开人员页面',
  ended: '{day} 终止：{reason}',
};

export const householdPage = {
  book: '居民户口簿首页',
  number: '户号',
  kind: '户别',
  head: '户主',
  address: '住址',
  unit: '主管单位',
  opened: '立户日期',
  closed: '销户日期',
  state: '状态',
  tree: '关系图',
  treeOf: '以{name}为户主的关系图，关系见成员表',
  treeHint: '实线为父母子女，双线为配偶，虚线只知与户主关系。',
  former: '曾在户内的人员',
  noFormer: '没有曾在户内的人员。',
  until: '离户日期',
};

export const householdStatus = { open: '在册', closed: '已销户' };

export const addressPage = {
  path: '上级地址',
  aliases: '别名',
  grid: '网格',
  level: '级别',
  class: '城乡分类',
  households: '在册的户',
  former: '曾在此处的户',
  residents: '居住登记人员',
  noResidents: '没有居住登记人员。',
  noFormer: '没有曾在此处的户。',
  standing: '{number}（{kind}，{from} 立户）',
  gone: '{number}（{kind}，{from} 至 {until}）',
};

export const gridKind = { community: '社区', property: '物业', village: '村' };

export const residence = {
  address: '居住地址',
  basis: '居住方式',
  purpose: '居住事由',
  first: '首次登记',
  registered: '登记日期',
  ended: '终止',
  current: '有效',
};

export const permit = {
  number: '证号',
  issued: '签发日期',
  state: '效力',
  covered: '有效至',
  window: '下次签注',
  years: '连续居住',
  yearsOf: '{from} 起满 {years} 年',
  windowFrom: '{day} 起',
};

export const permitState = { functioning: '有效', due: '应签注', suspended: '功能中止', ended: '已终止' };

export const endorsementKind = { endorsed: '签注', late: '补办签注' };

export const paper = {
  kind: '证件',
  number: '编号',
  issued: '签发日期',
  valid: '有效期至',
  way: '由何地到何地',
  wayOf: '{from} → {to}',
  state: '状态',
};

export const paperKind = { 'move-in-permit': '准予迁入证明', 'migration-certificate': '户口迁移证' };

export const paperStatus = { issued: '已签发', used: '已使用', void: '已作废' };

export const certificate = {
  number: '编号',
  kind: '证明事项',
  issued: '出具日期',
  purpose: '用途',
  recipient: '接收单位',
  state: '状态',
};

export const certificateStatus = { issued: '已出具', void: '已作废' };

export const historyList = {
  title: '变动历史',
  none: '没有变动记录。',
  happened: '发生',
  registered: '登记',
  learnt: '获知',
  who: '经办',
  where: '登记地点',
  whose: '所属',
  field: '项目',
  before: '变动前',
  after: '变动后',
  nothing: '（无）',
  given: '（有）',
  noChanges: '没有项目变动。',
  reversed: '已冲销',
  provisional: '待确认',
  elsewhere: '外所民警',
  openCase: '打开业务 {number}',
  more: '显示更早的 {count} 条',
};

export const reverse = {
  open: '冲销…',
  what: '冲销此项登记及其全部变动，另记一笔并上报；后来的登记以它为依据的，不能冲销。',
  label: '冲销理由',
  do: '冲销',
};

export const eventKind = {
  'settlement.registered': '落户登记',
  'register.changed': '登记变更',
  'event.reversed': '冲销',
};

export const recordKind = {
  address: '地址',
  person: '人员',
  household: '户',
  membership: '户内成员',
  residence: '居住登记',
  permit: '居住证',
  'migration-paper': '迁移证件',
  certificate: '户籍证明',
  blank: '空白证件',
};

/** Names of what the register keeps, beside the fields that are entered. */
export const recordField = {
  status: '状态',
  endedOn: '终止日期',
  endReason: '终止原因',
  guardians: '监护人',
  fatherId: '父亲',
  motherId: '母亲',
  spouseId: '配偶',
  capacity: '民事行为能力',
  adoptionIsSecret: '收养保密',
  photoId: '照片',
  arrivedInCity: '何时由何地迁来本市',
  arrivedAtAddress: '何时由何地迁来本址',
  householdId: '户',
  personId: '人员',
  addressId: '地址',
  relation: '与户主关系',
  sinceOn: '入户日期',
  untilOn: '离户日期',
  stationCode: '派出所',
  number: '编号',
  kind: '类别',
  headPersonId: '户主',
  openedOn: '立户日期',
  closedOn: '销户日期',
  unitName: '主管单位',
  parentId: '上级地址',
  level: '级别',
  fullName: '全称',
  division: '行政区划',
  urbanRural: '城乡分类',
  isFrozen: '冻结',
  aliases: '别名',
  gridKind: '网格类别',
  gridName: '网格名称',
  basis: '居住方式',
  purpose: '事由',
  landlord: '房主',
  employer: '单位',
  firstRegisteredOn: '首次登记日期',
  registeredOn: '登记日期',
  residenceId: '居住登记',
  ground: '申领条件',
  medium: '介质',
  issuedOn: '签发日期',
  firstIssuedOn: '首次签发日期',
  endorsements: '签注',
  replacesId: '换补前证件',
  printYear: '印制年份',
  validUntil: '有效期至',
  holders: '持证人员',
  fromAddress: '迁出地址',
  toAddress: '迁往地址',
  otherAuthority: '对方登记机关',
  reason: '原因',
  body: '证明内容',
  recipient: '接收单位',
  form: '证件种类',
  documentId: '文书',
  changedOn: '变动日期',
};

/** Values of the register that are neither codes nor text, by field. */
export const recordValue = {
  status: {
    registered: '在册',
    elsewhere: '户籍在外地',
    'moved-out': '已迁出',
    dead: '已死亡',
    cancelled: '已注销',
    open: '在册',
    closed: '已销户',
    active: '有效',
    replaced: '已换补',
    issued: '已签发',
    used: '已使用',
    void: '已作废',
    stocked: '在库',
    reserved: '已占用',
    spoiled: '已损毁',
  },
  capacity: { full: '完全民事行为能力', limited: '限制民事行为能力', none: '无民事行为能力' },
  kind: {
    family: '家庭户',
    collective: '集体户',
    community: '社区集体户',
    'move-in-permit': '准予迁入证明',
    'migration-certificate': '户口迁移证',
  },
  urbanRural: { urban: '主城区', town: '镇', rural: '乡村' },
  basis: { owned: '自有住房', rented: '租赁', employer: '单位提供', relative: '投靠亲友', other: '其他' },
  purpose: { work: '务工', business: '经商', study: '就学', family: '家庭', other: '其他' },
  ground: { job: '合法稳定就业', home: '合法稳定住所', school: '连续就读' },
  medium: { paper: '纸质', card: '卡式' },
  endReason: { 'moved-away': '离开本市', settled: '已落户', died: '死亡', false: '登记不实', other: '其他' },
  gridKind: { community: '社区', property: '物业', village: '村' },
  hukouClass: { urban: '城镇', rural: '乡村' },
};
