export const find = {
  title: '人员查询',
  hint: '输入姓名、拼音、首字母、公民身份号码（4 位以上）、出生年份或日期、户号、受理编号、证件编号或地址（如：康宁 3 2 501），按回车查询。每次查询连同目的记入日志。',
  open: '查看',
  openWhom: '查看 {name}',
  person: '人员信息',
  noHousehold: '当前不在本所任何户内。',
  more: '多条件查询',
  one: '单框查询',
  cut: '符合各项条件的人都很多，只查看了其中一部分；请再加一项条件。',
};

export const findForm = {
  title: '多条件查询',
  hint: '填写一项或几项，按回车查询；性别、人员状态须与其他条件一并使用。',
  name: '姓名',
  pinyin: '拼音或首字母',
  sex: '性别',
  bornFrom: '出生日期自',
  bornUntil: '出生日期至',
  number: '号码或其中 4 位以上',
  address: '地址',
  householdNumber: '户号',
  status: '人员状态',
  any: '不限',
  clear: '清空',
  dayHint: '如 19900101',
  addressHint: '如 康宁 3 2 501',
};

export const findProblem = {
  nothing: '请至少填写姓名、拼音、出生日期、号码、地址、户号中的一项。',
  day: '不是日期，请输入 8 位数字，如 19900101。',
  number: '请输入 4 至 18 位数字，末位可为 X。',
  householdNumber: '户号为 9 位数字。',
};

export const characters = {
  open: '生僻字',
  openKey: '按部件或笔画输入生僻字',
  title: '生僻字',
  type: '部件或笔画',
  hint: '部件如 王莹，结构如 ⿰王莹，笔画如 横竖撇捺折 或 12345',
  how: '方向键选择，回车填入。',
  none: '没有找到。可以换一个部件，或只输入前几笔。',
  loading: '正在读取字表…',
  noGlyph: '无字形',
  noReading: '—',
  strokes: '{count} 画',
};
