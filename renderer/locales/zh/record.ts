export const verdict = {
  title: '审查结论',
  eligible: '符合条件',
  ineligible: '不符合条件',
  incomplete: '待补充',
  askSituation: '在“情形与途径”中问清情形后，给出结论。',
  best: '目前最适合：{name}',
  startHint: '录入申请人后，随录入给出结论。',
  complete: '各步骤均已填齐',
  toFill: '尚未填齐',
  stepOpen: '{step} {count} 项',
  reasons: '依据',
  missingFacts: '尚需了解',
  missingMaterials: '缺少材料',
  approvals: '审批',
  noApproval: '无需审批',
  limit: '办理时限',
  atOnce: '当场办结',
  papers: '将打印',
  pack: '政策包 {pack}，按 {day} 的规定',
};

export const reason = { holds: '符合', fails: '不符合', unknown: '待确认', source: '{doc}{article}' };

export const level = { station: '派出所', county: '县级公安机关', prefecture: '市级公安机关' };

export const limit = { working: '{days} 个工作日', calendar: '{days} 日' };

export const registryState = {
  provisional: '待确认：已在本所登记，等待市人口库确认。',
  conflict: '有冲突：市人口库的内容与本所登记不一致，两份均已保留。',
  confirmed: '已确认：市人口库已确认登记。',
};

// The noun «case» is a reserved word of the language, so the group is named when it is exported.
const caseWords = {
  work: '办理内容',
  steps: '办理步骤',
  newBusiness: '新业务',
  untitled: '新申请人',
  number: '受理编号 {number}',
  dueOn: '{day} 前办结',
  back: '上一步',
  next: '下一步',
  backToCheck: '返回核对',
};

export { caseWords as case };

export const record = {
  acts: '办理',
  timeline: '办理经过',
  awaits: '等待审批',
  decidedBy: '{name} 于 {at} 审批通过',
  cannot: '{act}：{why}',
};

export const act = {
  edit: '修改',
  accept: '受理',
  withdraw: '撤回',
  approve: '审批',
  return: '退回',
  refuse: '不予批准',
  register: '登记',
  release: '提前打印',
  'begin-again': '重新办理',
};

export const beginAgain = {
  what: '已填写的内容带入新业务，人口库中的人员按现在的登记读取；材料、自愿确认和签名重新办理。',
  do: '以此重新办理',
};

export const stateLong = {
  draft: '正在录入。',
  accepted: '已受理，等待审批。',
  returned: '已退回，更正后重新受理。',
  approved: '审批通过，可以登记。',
  refused: '不予批准。可打印告知书交申请人。',
  provisional: '已登记，等待市人口库确认；证明最终状态的证件确认后打印。',
  confirmed: '市人口库已确认，打印完证件后自动办结。',
  conflict: '登记与市人口库不一致，核对双方内容后处理；已登记内容不会丢失。',
  closed: '已办结。',
  withdrawn: '已撤回。',
};

export const decision = {
  opinion: '审批意见',
  number: '决定文号',
  numberHint: '上级公安机关批准文书的编号',
  approve: '审批通过',
  sure: '确认由{level}审批通过？',
  confirm: '确认审批通过',
};

export const reasonAct = {
  missing: '理由未填，写明理由后再办。',
  return: { open: '退回…', what: '退回受理人更正，业务内容保留。', label: '退回理由', do: '退回' },
  refuse: { open: '不予批准…', what: '不予批准，业务终止，并出具告知书。', label: '不予批准理由', do: '不予批准' },
  release: {
    open: '准许提前打印…',
    what: '市人口库确认前准许打印最终证件，理由记入审计日志。',
    label: '提前打印理由',
    do: '准许提前打印',
  },
  withdraw: { open: '撤回业务…', what: '按申请人要求撤回，业务终止。', label: '撤回理由', do: '撤回业务' },
};

export const register = {
  registerPage: '登记',
  sureOfPage: '确认登记？将写入户口登记簿并上报市人口库。',
  register: '登记入户',
  sure: '确认登记？{count} 人迁入所选地址，写入户口登记簿并上报市人口库。',
  confirm: '确认登记',
};

export const onDemand = {
  referral: '转介单',
  reminder: '签注提醒函',
  residentForm: '常住人口登记表',
  handover: '移交清单',
  publicNotice: '打印公示告知书',
};

export const documents = {
  folder: '练习打印文件夹',
  papers: '文书证件',
  title: '名称',
  subject: '人员',
  copies: '打印记录',
  printedAt: '{copies} 份，{at}',
  preview: '预览',
  previewWhat: '预览：{name}',
  previewOf: '预览 {name}',
  print: '打印',
  printWhat: '打印：{name}',
  reprint: '再打印',
  reprintWhat: '再打印：{name}',
  printAll: '全部打印（{count} 份）',
  whyWaiting: '“等待确认”的证件证明最终状态，市人口库确认后自动转为待打印；急用的由所长准许提前打印。',
  sent: '已送到打印机：{printer}',
  showApplicant: '送群众屏预览',
  unreadable: '打印页无法显示。重新打开预览；仍不能显示时联系技术人员。',
};

export const timeline = {
  started: '开始录入',
  accepted: '受理',
  returned: '退回',
  resubmitted: '重新受理',
  approved: '审批通过',
  refused: '不予批准',
  registered: '登记',
  confirmed: '市人口库确认',
  conflict: '发现冲突',
  printed: '打印',
  released: '准许提前打印',
  withdrawn: '撤回',
  closed: '办结',
  signed: '申请人签字',
  reversed: '冲销',
  amended: '更正证件',
  settled: '处理冲突',
  answered: '收到答复',
};
