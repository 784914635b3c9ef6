export const inquiry = {
  openTitle: '等待答复的函询',
  noneOpen: '没有等待答复的函询。',
  listTitle: '函询与核验',
  what: '事项',
  office: '答复单位',
  progress: '进展',
  askedAt: '发出时间',
  askApproval: '网上报{level}审批',
  approvalHint: '{level}的决定经市人口库返回后自动记入，业务继续办理；已有纸质批准文书的，也可以直接填写文号。',
  verify: '共享核验…',
  verifyTitle: '请部门核验：{name}',
  verifyLead: '只核验一句话，部门答复一致、不一致或者无记录，不返回其他数据。每次核验均记入日志。',
  department: '核验部门',
  person: '核验人员',
  statement: '需核验的内容',
  statementHint: '写清一件事实，如“与某某系夫妻，某年某月登记结婚”',
  statementMissing: '需核验的内容未填，写清后再发送。',
  send: '发送核验',
  notYet: '暂不发送',
  checkPaper: '向签发地核验',
  checkPaperHint: '按业务表单所填编号，向签发地人口库核验证件是否有效。',
};

export const inquiryKind = { approval: '上级审批', verification: '部门核验', paper: '迁移证件核验' };

export const inquiryProgress = {
  queued: '已留存，恢复连接后自动发送，无需操作',
  waiting: '已送达，等待{office}答复，无需操作',
  silent: '等待{office}：{last} 询问未应答，{next} 自动再问，无需操作',
  refused: '市人口库未受理（{cause}），改由申请人提交材料或者线下函询',
  caseLimit: '本业务函询次数已达上限，改由申请人提交材料',
};

export const inquiryAnswer = {
  approve: '{office}批准，文号 {number}',
  return: '{office}退回：{reason}',
  refuse: '{office}不予批准：{reason}',
  confirmed: '{office}核验一致，回执 {reference}，截至 {day}；材料已转为共享核验',
  'not-confirmed': '{office}核验不一致，回执 {reference}。与申请人核对，提交原件办理',
  unknown: '{office}没有相关记录，回执 {reference}。请申请人提交原件',
};

export const paperAnswer = {
  valid: '证件有效，{issuer}签发，有效期至 {day}；材料已转为共享核验',
  used: '证件已经使用，不能再凭此证落户。与{issuer}联系',
  voided: '证件已经作废。请申请人向{issuer}换领',
  expired: '证件已超过有效期（至 {day}）。请申请人向{issuer}换领',
  unknown: '签发地没有这个编号的证件。核对编号、年份和签发地后再核验',
  'other-holders': '证件所列人员与本业务人员不符。核对编号和人员',
  'not-connected': '签发地尚未联网。请电话或者发函核实，材料按原件办理',
};

export const department = {
  employment: '就业',
  education: '教育',
  income: '收入',
  'social-insurance': '社会保险',
  property: '房产',
  credit: '信用',
  health: '卫生计生',
  taxation: '税务',
  marriage: '婚姻',
  ethnicity: '民族',
};

export const anchors = {
  lost: '审计日志有 {count} 处与市人口库留存的记录不符，日志可能被改动或者恢复了旧备份。请立即告知审计管理员，勿删除任何文件。',
};
