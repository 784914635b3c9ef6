export const home = {
  title: '待办业务',
  new: '新申请人',
  waits: '待办类别',
  noCounter: '当前岗位不办理户籍业务，可使用“同步”和“设置”。',
};

export const queue = {
  drafts: '草稿',
  'to-approve': '待审批',
  'to-register': '待登记',
  'to-print': '待打印',
  'to-send': '待上报',
  unconfirmed: '待确认',
  all: '全部业务',
};

export const queueHint = {
  drafts: '正在录入、尚未受理的业务，随时可以接着办。',
  'to-approve': '已受理，等待审批。',
  'to-register': '已审批，等待登记入户。',
  'to-print': '有证件、文书需要打印。',
  'to-send': '已登记，等待上报市人口库；恢复连接后自动上报。',
  unconfirmed: '已上报，等待市人口库确认；确认后转入待打印。',
  all: '本所全部业务。',
};

export const list = {
  empty: '没有业务',
  applicant: '申请人',
  people: '人数',
  procedure: '业务事项',
  state: '状态',
  number: '受理编号',
  handledBy: '经办人',
  changedAt: '最近变动',
  dueOn: '办结期限',
  action: '操作',
  total: '共 {total} 条',
  unnamed: '（未填姓名）',
  noRoute: '未选途径',
};

export const caseState = {
  draft: '草稿',
  accepted: '已受理',
  returned: '已退回',
  approved: '已审批',
  refused: '不予批准',
  provisional: '待确认',
  confirmed: '已确认',
  conflict: '有冲突',
  closed: '已办结',
  withdrawn: '已撤回',
};

export const paperState = { waiting: '等待确认', ready: '待打印', printed: '已打印', void: '已作废' };

export const counter = { title: '业务受理', narrow: '姓名、拼音或受理编号' };

export const approve = { chiefOnly: '审批由所领导办理；可以查看业务内容。' };

export const lookup = {
  title: '查找本地登记',
  text: '查找内容',
  hint: '姓名、拼音首字母、号码、户号、证件编号或地址',
  purpose: '查询目的',
  search: '查找',
  found: '查询结果',
  none: '没有找到。号码至少输入 4 位；姓名不能确定的，可以只输入拼音首字母或其中几个字。',
  looking: '正在查找…',
  firstOnly: '只列出前 {total} 人，补充出生年份、号码或地址再查',
  pick: '选用',
  pickWhom: '选用 {name}',
};

export const purpose = {
  counter: '窗口办理业务',
  verify: '核实身份',
  correction: '更正登记',
  'own-request': '本人申请查询',
  'official-request': '单位来函查询',
};

export const personStatus = {
  registered: '在册',
  elsewhere: '户籍在外地',
  'moved-out': '已迁出',
  dead: '已死亡',
  cancelled: '已注销',
};

export const household = {
  short: '户号 {number}',
  new: '立新户',
  join: '户号 {number}（{kind}）',
  joinShort: '迁入户号 {number}',
  member: '{name}（{relation}）',
  members: '户内成员',
  noneHere: '该地址没有在册的户。',
  since: '入户日期',
};

export const householdKind = { family: '家庭户', collective: '集体户', community: '社区集体户' };

export const print = {
  title: '待打印证件文书',
  nothing: '没有待打印的证件文书。',
  showPapers: '展开',
  hidePapers: '收起',
};

export const reports = {
  settlement: '落户情况统计',
  chiefOnly: '统计报表由所领导查看。',
  year: '年份',
  yearOf: '{year} 年',
  month: '月份',
  monthOf: '{month} 月',
  wholeYear: '全年',
  period: '{from} 至 {until}',
  cases: '业务（件）',
  persons: '人数（人）',
  sum: '合计',
  byRoute: '按落户途径',
  byOrigin: '按迁出地',
  byDay: '每日落户人数',
  day: '日期',
  dayTable: '每日数据表',
  bar: '{day}：{persons} 人',
  chart: '柱状图：{label}，数据见下表',
  provisional: '其中 {count} 件尚待市人口库确认。',
  showPdf: '预览打印页',
  hidePdf: '收起打印页',
  preview: '报表预览',
  print: '打印报表',
};

export const sync = {
  title: '与市人口库同步',
  copyAsOf: '副本截至 {at}',
  noCopy: '尚无人口库副本',
  registry: '连接状态',
  copy: '副本截至',
  never: '尚未尝试',
  outboxCount: '待上报、待确认',
  left: '剩余 {left} 个',
  now: '立即同步',
  recovered:
    '{at} 发现本机数据是旧的备份：已从市人口库找回 {recovered} 件登记，此后办理未上报的 {renumbered} 件接在其后上报；预领的号段已作废，重新领取。请核对近几日的业务。',
  recoveredAgain: '有 {count} 件业务在备份之后已登记过，又登记了一次：以先登记的为准，后一次未上报。',
  doubleNumbers: '受理编号 {numbers} 用了两次：请按业务核对，通知后一位申请人更换回执。',
};

export const freeze = {
  title: '今天能否登记',
  rule: '冻结规则',
  now: '现状',
  limit: '限度',
  owner: '责任人',
  next: '下一步',
  unknown: '—',
  top: '暂停登记',
  topNear: '登记限度临近',
  lift: '准许今日登记',
  liftWhy: '准许的理由',
  liftSave: '准许至今日 24 时',
  liftedBy: '{by}已准许今日登记：{reason}',
};

export const freezeRule = {
  'copy-missing': '副本完整',
  'copy-old': '副本的新旧',
  'clock-wrong': '本机时钟',
  'numbers-short': '预领号段',
};

export const freezeState = { good: '正常', near: '临近限度', frozen: '暂停登记', lifted: '今日准许' };

export const freezeValue = {
  'copy-missing': { good: '完整', frozen: '不完整' },
  days: '{value} 天前',
  ahead: '快 {value} 分钟',
  behind: '慢 {value} 分钟',
  right: '一致',
  numbers: '最少的一种剩 {value} 个',
};

export const freezeLimit = {
  'copy-missing': '取得完整副本之前不登记',
  'copy-old': '满 {near} 天提醒，满 {frozen} 天暂停登记',
  'clock-wrong': '差 {near} 分钟提醒，不是同一天暂停登记',
  'numbers-short': '剩 {near} 个提醒，用完后不办需要新编号的业务',
};

export const freezeNext = {
  good: '无需操作',
  'copy-missing': '首次填充完成后自动恢复；没有进展时联系系统管理员',
  'copy-old': '恢复线路或者导入离线交换文件；确需当日登记的由所长准许',
  'clock-wrong': '请系统管理员校正系统时间',
  'numbers-short': '连接后自动领取；没有线路的用离线交换文件领取',
};

export const lease = {
  'household-number': '预领户号',
  'acceptance-number': '预领受理编号',
  'paper-number': '预领证件编号',
};

export const outbox = {
  title: '待上报业务',
  empty: '没有待上报、待确认的业务。',
  tries: '次数',
  lastTry: '最近尝试',
  cause: '原因',
  noCause: '—',
  next: '下一步',
  nextTry: '{at} 自动重试',
};

export const outboxState = { waiting: '等待上报', sending: '正在上报', conflict: '有冲突', rejected: '被退回' };

export const outboxNext = {
  waiting: '连接恢复后自动上报，无需操作',
  sending: '正在上报，无需操作',
  conflict: '由民警在“冲突”中核对双方内容',
  rejected: '由民警在“冲突”中按原因处理',
};

export const settings = {
  language: '界面语言',
  textSize: '文字大小',
  px: '{size} 像素',
  sample: '公民身份号码 220402 19900101 0013 · 常住人口登记卡',
};
