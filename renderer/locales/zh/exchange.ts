export const exchange = {
  title: '没有线路时',
  lead: '用移动介质与市人口库交换：生成上报文件，送市人口库答复，再导入答复文件。文件已加密并签名，重复导入或者先后颠倒都不会出错。',
  noKeys: '尚未导入市人口库的密钥文件，不能用文件交换。请系统管理员登录后在本页导入技术人员带来的密钥文件。',
  bringKeys: '尚未导入市人口库的密钥文件。在下面导入技术人员带来的密钥文件，并电话核对指纹。',
  write: '生成上报文件…',
  waits: '待上报 {count} 件，最早一件登记于 {since}',
  noneWaits: '没有待上报的登记；仍可生成文件，领取登记变更和号段',
  written: '上报文件已写入介质，含 {count} 件登记，可以取下介质。送市人口库答复后，导入答复文件。',
  bring: '导入文件…',
  bringHint: '市人口库的答复文件，或者其他窗口、网上大厅预先填写的申请',
  progress: '导入进度',
  stop: '停止导入',
  taken: '第 {sequence} 号答复已导入：确认登记 {confirmed} 件，接收变更 {changes} 条，领取号段 {leases} 个。',
  filled: '人口库副本已建立，可以办理业务。',
  refused: '有 {count} 件登记市人口库没有接收，由民警在“冲突”中处理。',
  undecided: '有 {count} 件登记市人口库暂时不能判断，仍在待上报中。再生成一个上报文件送去即可。',
  problem: '市人口库没有办理其中一部分请求，相关内容仍在本机，下一个上报文件再送。多次出现时联系技术人员。',
  ownKeys: '本机密钥指纹',
  trustedAt: '{at} 起信任',
  readKeys: '导入密钥文件…',
  readKeysHint: '市人口库、其他窗口或者网上大厅的密钥文件；导入前与对方核对指纹',
  trust: '指纹一致，信任该密钥',
  files: '往来文件',
  noFiles: '还没有往来文件。',
  movedAt: '时间',
  direction: '方向',
  kind: '种类',
  sequence: '编号',
  party: '对方',
  madeAt: '生成时间',
  events: '登记件数',
  movedBy: '经办人',
  technician: '技术人员',
};

export const exchangePhase = {
  checking: '正在核验文件，未作任何改动',
  filling: '正在建立人口库副本',
  taking: '正在接收登记变更',
};

export const exchangeDirection = { out: '送出', in: '收到' };

export const exchangeKind = { requests: '上报文件', answers: '答复文件', application: '预填申请' };

export const exchangeKeys = {
  new: '{name}的密钥。请与对方电话逐组核对下面的指纹，一致后再信任。',
  known: '{name}的密钥已经信任，无需再导入。',
  vouched: '{name}更换了密钥，并由原密钥签名。请与对方核对下面的指纹，一致后再信任。',
  refused: '不能信任该密钥：本机已有另一个市人口库的密钥，或者更换密钥未经原密钥签名。请核对来源。',
};

export const prefilled = {
  unchecked:
    '预填未核：本业务由{party}（{by}）于 {at} 预先填写，所有内容和材料均未核对。请与申请人逐项核对、查验原件，核对后才能受理。',
  markChecked: '已逐项核对',
  checked: '本业务由{party}（{by}）于 {at} 预先填写，{checked} 已核对。',
};
