export const step = {
  applicant: '申请人',
  situation: '情形与途径',
  page: '途径事项',
  materials: '材料',
  people: '迁入人员',
  target: '落户地址',
  check: '核对受理',
  approval: '审批',
  registration: '登记',
  papers: '打印',
};

export const stepStatus = { todo: '未开始', doing: '进行中', done: '已完成', later: '暂不能开始' };

export const stepWhy = {
  needsApplicant: '先录入申请人',
  needsSubject: '先选定办理对象',
  needsRoute: '先选定落户途径',
  needsAcceptance: '受理后办理',
};

export const save = {
  label: '保存状态',
  savedAt: '已保存 {at}',
  saving: '正在保存…',
  failed: '未能保存。',
  retrying: '录入内容保留在窗口中，正在自动重试。',
  keepMine: '保存本窗口内容',
  takeTheirs: '读取最新内容',
};

export const summary = {
  title: '存在以下问题',
  ofWhom: '{who}：{what}',
  goOn: '先办后面的步骤',
};

export const applicant = {
  readCard: '读身份证',
  lookUp: '从户口登记簿查找',
  orType: '或直接录入号码',
  filled: '已从身份证读入：{labels}。',
  nameMayBeCut: '身份证芯片只存 15 个字，姓名可能不完整，与证面核对。',
};

export const card = {
  head: '户内关系',
  'id-card': '居民身份证',
  book: '居民户口簿',
  contact: '联系方式',
  place: '籍贯与住址',
  life: '个人情况',
  work: '服务处所与职业',
  relation: '与申请人的关系',
};

export const person = {
  applicant: '申请人',
  companion: '随迁人员 {number}',
  address: '户籍地址',
  numbered: '人员 {number}',
  householdNumber: '户号',
  provisional: '（待确认）',
  provisionalLong: '待市人口库确认',
  confirmed: '市人口库已确认',
};

export const situation = {
  nothingAsked: '情形已问清，右侧是审查结论。',
  questions: '申请人情形',
  allAnswered: '情形已问清，按编号选用途径。',
  routes: '可选途径',
  noRoutes: '录入申请人并回答情形后，列出适用的落户途径。',
  showReasons: '查看依据',
  hideReasons: '收起依据',
  choose: '选用此途径',
  chooseWhich: '选用此途径：{name}',
  chosen: '已选用',
  wouldChange: '符合下列条件后可以办理',
  otherPaths: '可以改办：{names}。',
  stillToKnow: '尚需了解：{names}。',
};

export const materials = {
  title: '材料清单',
  count: '共 {total} 项，缺 {missing} 项',
  oneOf: '{names} 之一',
  chooseOne: '以下任选一种',
  stateOf: '{name} 的状态',
  complete: '材料齐全。',
  missingHint: '还缺 {missing} 项。可以先受理并告知补正，或者共享核验、告知承诺。',
  printNotice: '打印一次性告知书',
  photograph: '拍照',
  photographWhat: '拍照：{name}',
  pictureOf: '{name} 的照片',
  removePicture: '移除',
};

export const materialState = { paper: '原件', verified: '共享核验', promised: '告知承诺', missing: '缺少' };

export const camera = {
  title: '拍照',
  live: '摄像头画面',
  absent: '没有可用的摄像头。可以从文件选取图像。',
  take: '拍摄',
  again: '重拍',
  keep: '保存照片',
  fromFile: '从文件选取',
  unreadable: '这个文件不是能读的图像。换一个文件，或者拍摄。',
};

export const photo = {
  of: '{name}的照片',
  none: '没有照片',
  elsewhere: '照片在其他电脑',
  take: '拍照',
  takeAgain: '重拍',
  remove: '移除',
};

export const people = {
  addAny: '添加人员',
  add: '添加随迁人员',
  remove: '移除{who}',
  applicantHint: '身份证和户口簿内容在“申请人”一步录入；此处补齐登记卡其余项目。',
};

export const target = {
  ownAddress: '地址',
  ownHousehold: '入户方式',
  address: '落户地址',
  household: '落户方式',
  relations: '与户主关系',
};

export const address = {
  openTree: '逐级选择',
  find: '查找地址',
  hint: '地名、门牌或拼音首字母，也可以在下面逐级打开',
  hits: '查找结果',
  none: '标准地址库中没有匹配的地址',
  tree: '标准地址',
  fromTop: '从顶层看',
  other: '改选地址',
  frozen: '已冻结，不能迁入',
};

export const addressLevel = {
  division: '区县',
  township: '乡镇街道',
  community: '社区（村）',
  street: '街路巷',
  compound: '小区院落',
  building: '楼栋',
  unit: '单元',
  room: '户室',
};

export const addressClass = { urban: '主城区', town: '镇', rural: '乡村' };

export const check = {
  blank: '未提供',
  route: '落户途径',
  changeWhat: '{label}（{group}）',
  withPictures: '{state}，照片 {count} 张',
  statement: '自愿声明与备注',
  voluntary: '申请人已书面声明：自愿在此落户；承包地、宅基地、集体收益分配权不因落户收回。',
  note: '备注',
  warnings: '登记前核对',
  reason: '理由',
  reasons: '核对理由',
};

export const signature = {
  title: '群众核对与签字',
  show: '送群众屏核对',
  ask: '请群众签字',
  clear: '群众屏回到首页',
  none: '申请人尚未签字。',
  signed: '{at} 已签字，与当前内容一致。',
  old: '签字后内容有改动，需重新签字。',
  seenTo: '已核对',
  objected: '申请人提出：内容有误。与申请人核对后更正。',
  picture: '申请人签字',
};

export const accept = {
  sureOfPage: '确认受理？将生成受理编号，受理后不能再改。',
  title: '受理',
  accept: '受理',
  sure: '确认受理？将生成受理编号，{count} 人的内容转交审批，受理后不能再改。',
  confirm: '确认受理',
  notYet: '再看看',
  blocked: '暂不能受理，还有 {count} 项：',
  printRefusal: '打印不予受理告知书',
};
