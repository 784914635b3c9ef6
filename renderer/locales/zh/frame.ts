export const app = { name: '落户', title: '落户 · 户籍窗口' };

export const word = {
  reading: '…',
  unknown: '本机查不到',
  chooseOther: '改选',
  yes: '是',
  no: '否',
  all: '全部',
  change: '更改',
  close: '关闭',
  listComma: '、',
};

export const unit = { cm: '厘米', people: '{count} 人', items: '{count} 件' };

export const article = { named: ' {article}', plain: '第{article}条', paragraph: '第{article}条第{paragraph}款' };

export const language = { zh: '中文', en: 'English' };

export const role = {
  clerk: '民警',
  assistant: '辅警',
  chief: '所长',
  'system-admin': '系统管理员',
  'security-admin': '安全管理员',
  'audit-admin': '审计管理员',
};

export const station = {
  practice: '练习模式',
  practiceLong: '练习模式：人员、证件均为虚构，不上报市人口库。',
  version: '版本 {version}',
  fill: '正在装入市人口库副本：{done} / {total}，可以先办理业务。',
};

export const login = {
  title: '登录',
  practice: '练习操作员',
  name: '用户名',
  password: '口令',
  enter: '登录',
};

export const lock = {
  title: '窗口已锁定',
  who: '{name} · {role}',
  kept: '已录入内容均已保存，解锁后接着办。',
  unlock: '解锁',
  logout: '退出登录',
};

export const frame = {
  nav: '主导航',
  window: '民警窗口',
  commands: '命令',
  help: '帮助',
  lock: '锁定',
  lockLong: '锁定窗口',
  restarting: '后台服务正在重新启动，已录入内容不受影响，稍候自动继续。',
};

export const place = {
  home: '首页',
  counter: '受理',
  approve: '待审批',
  find: '查询',
  print: '打印',
  stock: '空白证件',
  guide: '办事指南',
  certificates: '开具证明',
  reports: '报表',
  sweep: '数据核查',
  conflicts: '冲突',
  sync: '同步',
  settings: '设置',
};

export const registry = { online: '人口库：已连接', offline: '人口库：未连接', unknown: '人口库：状态未知' };

export const palette = {
  begin: '办理：{name}',
  type: '输入命令',
  hint: '输入命令、姓名或拼音首字母',
  none: '没有匹配的命令',
  goTo: '打开“{place}”',
  openCase: '业务：{name}（{number}）',
  language: '切换到英文（English）',
};

export const keys = {
  choose: '选择业务',
  title: '快捷键',
  help: '本页帮助',
  new: '新申请人',
  find: '查询',
  choices: '打开选项列表',
  characters: '按部件或笔画输入生僻字',
  part: '转到页面下一部分',
  card: '读身份证',
  print: '打印',
  save: '保存并继续',
  accept: '受理、审批、登记（先询问）',
  lock: '锁定窗口',
  command: '输入命令',
  nextField: '下一项',
  nextStep: '下一步',
  back: '返回，不丢失已录入内容',
  digits: '选择带编号的选项',
};
