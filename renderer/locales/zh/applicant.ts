export const applicantWindow = {
  title: '群众屏',
  welcome: '{station}户籍窗口',
  lead: '把身份证、户口簿交给民警，其余由我们办理。',
  bring: '携带：',
  rights: '落户自愿。任何人不得要求以退出承包地、宅基地、集体收益分配权作为落户条件。',
  check: '核对下面的内容。有改动的项目标有“已改动”。',
  changed: '已改动',
  documentHint: '这是即将打印的页面，仅供核对，打印后生效。',
  signHere: '在框内签名',
  confirmSignature: '确认签名',
  signAgain: '重新签名',
  emptySignature: '框内没有签名，签名后再确认。',
  signed: '已签名确认，内容改动后需重新签名。',
  wrong: '有误，请告诉民警',
  told: '已告诉民警，稍候与您核对。',
};

export const guide = {
  residence: {
    title: '住所落户',
    who: '在市区或城镇有合法稳定住所（含租房）的，本人和共同居住的配偶、未婚子女、父母可以落户。',
    bring: '身份证、户口簿、房产或租赁合同。',
  },
  talent: {
    title: '人才落户',
    who: '中专和职业院校毕业生、技术技能人才、留学回国人员等，不看住房和工作。',
    bring: '身份证、户口簿、毕业证或专业证书。',
  },
  joining: {
    title: '投靠落户',
    who: '夫妻投靠、父母投靠子女、子女投靠父母。',
    bring: '双方身份证、户口簿、结婚证或亲属关系证明。',
  },
  permit: {
    title: '居住登记和居住证',
    who: '暂不落户的，可以办理居住登记；满半年可以申领居住证。',
    bring: '身份证、住所或就业、就读材料。',
  },
};
