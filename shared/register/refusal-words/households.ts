import type { Bilingual } from '../../contract/verdict.ts';

/** What is wrong with households, relations to the head and addresses. */
export const wordsOfHouseholds = {
  'household-unknown': {
    zh: '没有找到该户。重新检索户号或者住址后选择。',
    en: 'The household was not found. Search its number or address again and choose.',
  },
  'household-closed': {
    zh: '该户已销户。改选其他户，或者另立新户。',
    en: 'The household is closed. Choose another one, or open a new one.',
  },
  'household-number-taken': {
    zh: '户号 {number} 在本所用了两次。由市人口库核对后更正其中一户。',
    en: 'Household number {number} is used twice at this station. Have the registry correct one of the two.',
  },
  'household-full': {
    zh: '户口簿最多登记 {limit} 人，已满。另立新户，或者先办理分户。',
    en: 'A household book holds {limit} people and is full. Open a new household, or split this one first.',
  },
  'household-same': {
    zh: '选了同一户。改选另一户。',
    en: 'The same household was chosen. Choose another one.',
  },
  'household-not-empty': {
    zh: '户内还有人员，不能销户。先迁移或者注销户内人员。',
    en: 'There are still people in the household, so it cannot be closed. Move or cancel them first.',
  },
  'household-empty': {
    zh: '该户已没有人员。办理销户，或者先迁入人员。',
    en: 'Nobody is left in the household. Close it, or move somebody in first.',
  },
  'household-other-station': {
    zh: '该户属于其他派出所管辖。由该所办理；迁到本所的，办理市内移居。',
    en: 'The household belongs to another station. Have it done there; to bring people here, use the move inside the city.',
  },
  'household-other-address': {
    zh: '两户不在同一地址，不能并户。先办理市内移居。',
    en: 'The households are at different addresses and cannot be merged. Use the move inside the city first.',
  },
  'household-other-kind': {
    zh: '家庭户与集体户不能合并。逐人办理市内移居。',
    en: 'A family household and a collective one cannot be merged. Move the people one by one inside the city.',
  },
  'household-of-one': {
    zh: '该户只有一人，不能分户。住址变动的，办理市内移居。',
    en: 'There is only one person in the household, so it cannot be split. For a new address use the move inside the city.',
  },
  'household-whole': {
    zh: '分出的是全部人员，原户没有人留下。减少分出人员，或者办理市内移居。',
    en: 'Everybody would leave, and nobody would stay. Choose fewer people, or use the move inside the city.',
  },
  'unit-needed': {
    zh: '集体户没有填写单位名称。填写管理该户的单位或者社区。',
    en: 'A collective household needs its unit. Enter the unit or community that keeps it.',
  },
  'not-a-member': {
    zh: '所选的人不在该户内。从户内人员中选择。',
    en: 'The person chosen is not in this household. Choose among its members.',
  },
  'head-needed': {
    zh: '该户没有户主。在留下的人员中指定一名户主；新立户的，一人填写“户主”。',
    en: 'The household would have no head. Name one of those who stay; in a new household one person is the head.',
  },
  'head-stays-needed': {
    zh: '指定的新户主也要离开该户。改选一名留下的人。',
    en: 'The new head leaves the household too. Choose somebody who stays.',
  },
  'head-not-leaving': {
    zh: '户主没有离开该户，不用另选户主。清除新户主；确要更换的，办理户主变更。',
    en: 'The head is not leaving, so no new head is needed. Clear that field; to replace the head, use the change of head.',
  },
  'head-incapable': {
    zh: '{name} 不是完全民事行为能力人，一般不担任户主。改选成年人，或者写明理由。',
    en: '{name} has not full capacity and normally cannot be head. Choose an adult, or give the reason.',
  },
  'head-same': {
    zh: '所选的人已经是户主。改选其他成员。',
    en: 'The person chosen is the head already. Choose another member.',
  },
  'head-twice': {
    zh: '一户只能有一名户主。改正其他人与户主的关系。',
    en: 'A household has one head only. Correct the relation of the others.',
  },
  'relation-needed': {
    zh: '{name} 与户主的关系不能自动确定。逐人核对并填写关系。',
    en: 'What {name} is to the head cannot be worked out. Check and enter the relation.',
  },
  'relation-sex': {
    zh: '{name} 的性别与所填关系不符。改正与户主关系，或者先更正性别。',
    en: 'The sex of {name} does not fit the relation. Correct the relation, or correct the sex first.',
  },
  'relation-age': {
    zh: '{name} 的年龄与所填关系不合常理。核对出生日期和关系，无误的写明理由。',
    en: 'The age of {name} is unusual for the relation. Check birth date and relation; if both are right, give the reason.',
  },
  'address-unknown': {
    zh: '没有找到该地址。从标准地址中选择到户室。',
    en: 'The address was not found. Choose it from the standard addresses, down to the room.',
  },
  'address-frozen': {
    zh: '该地址已冻结（拆迁或者有争议），不能迁入。改选其他地址，或者先申请解冻。',
    en: 'The address is frozen (demolition or dispute) and nobody may move in. Choose another one, or have it released.',
  },
  'address-not-room': {
    zh: '地址没有选到户室。继续选择到具体房间。',
    en: 'The address does not go down to the room. Choose further.',
  },
  'address-other-station': {
    zh: '该地址属于其他派出所管辖。由该所办理，或者改选本所地址。',
    en: 'The address belongs to another station. Have it done there, or choose an address of this station.',
  },
  'address-same': {
    zh: '新地址与现在的地址相同。改选其他地址；只是分开立户的，办理分户。',
    en: "The new address is the present one. Choose another; for a household of one's own at the same place, use the split.",
  },
  'division-unknown': {
    zh: '没有该行政区划代码。从列表中选择迁往地。',
    en: 'There is no division with this code. Choose the destination from the list.',
  },
  'destination-inside-city': {
    zh: '迁往地在本市，不用迁移证。改办市内移居，由迁入地派出所办理。',
    en: 'The destination is in this city, so no certificate is needed. Use the move inside the city at the station there.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
