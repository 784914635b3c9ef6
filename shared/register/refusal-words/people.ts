import type { Bilingual } from '../../contract/verdict.ts';

/** What is wrong with persons, their numbers and families. */
export const wordsOfPeople = {
  'input-invalid': {
    zh: '填写内容不符合要求。按页面标注逐项改正后再提交。',
    en: 'Something entered is not in the right form. Correct what is marked and submit again.',
  },
  'person-unknown': {
    zh: '登记簿里没有这个人。重新检索后选择，或者按新人员录入。',
    en: 'The register does not know this person. Search again and choose, or enter them as new.',
  },
  'person-dead': {
    zh: '{name} 已登记死亡，不能办理此业务。登记有误的，先凭法院判决等恢复户口。',
    en: '{name} is registered as dead, so this cannot be done. If that is wrong, restore the registration first, on a judgment or the like.',
  },
  'person-not-registered': {
    zh: '{name} 的户口不在本市登记。先办理迁入或者恢复户口。',
    en: '{name} is not registered in this city. Register the move in, or restore the registration, first.',
  },
  'person-already-registered': {
    zh: '{name} 已在本市登记常住户口，一人只能登记一处。住址变动的，办理市内移居。',
    en: '{name} is registered in this city already, and nobody is registered twice. For a new address use the move inside the city.',
  },
  'person-still-registered': {
    zh: '{name} 的户口尚未注销。先办理注销，或者改选其他业务。',
    en: 'The registration of {name} has not ended. Cancel it first, or choose another procedure.',
  },
  'person-elsewhere': {
    zh: '{name} 的常住户口登记在别处。由户口所在地派出所办理，或者先迁入。',
    en: '{name} is registered at another place. Have it done by the station there, or move in first.',
  },
  'person-same': {
    zh: '选了同一个人。改选另一个人。',
    en: 'The same person was chosen. Choose somebody else.',
  },
  'name-not-possible': {
    zh: '姓名“{name}”不符合登记规定。核对用字和间隔号后重新填写。',
    en: 'The name "{name}" cannot be registered. Check its characters and the dot and enter it again.',
  },
  'person-entered-twice': {
    zh: '{name} 在本次业务里录入了两次。删除重复的一条。',
    en: '{name} was entered twice in this case. Remove one of the two.',
  },
  'number-taken': {
    zh: '该公民身份号码已由另一人使用。核对号码；确属重号的，先办理号码更正。',
    en: 'Another person has this citizen number. Check it; if two people do have one number, correct the number first.',
  },
  'number-not-possible': {
    zh: '公民身份号码与性别、出生日期或者校验位不符。对照证件核对三项。',
    en: 'The citizen number does not agree with sex, birth date or its check digit. Compare all three with the papers.',
  },
  'numbers-exhausted': {
    zh: '本机预领的号段已用完。连接市人口库领取新号段后再办。',
    en: 'The numbers leased ahead are used up. Connect to the registry to lease more, then go on.',
  },
  'spouse-twice': {
    zh: '{name} 已登记有配偶，不能再登记一个。先变更婚姻状况，或者改正与户主关系。',
    en: '{name} has a spouse on record and cannot have another. Change the marital status first, or correct the relation to the head.',
  },
  'spouse-same-sex': {
    zh: '{name} 与配偶登记为同一性别。核对性别和与户主关系。',
    en: '{name} and the spouse are recorded with the same sex. Check sex and relation to the head.',
  },
  'spouse-dead': {
    zh: '{name} 已登记死亡，不能作为在世配偶。核对所选的人和婚姻状况。',
    en: '{name} is registered as dead and cannot be a living spouse. Check the person chosen and the marital status.',
  },
  'spouse-unmarried': {
    zh: '{name} 的婚姻状况与配偶关系不符。先变更婚姻状况，或者改正与户主关系。',
    en: 'The marital status of {name} does not fit a spouse. Change the marital status first, or correct the relation to the head.',
  },
  'spouse-other-station': {
    zh: '{name} 的户口在本市其他派出所，配偶关系须由该所登记。联系该所先行变更。',
    en: '{name} is registered at another station of the city, which has to record the marriage. Ask that station to change it first.',
  },
  'child-older': {
    zh: '{name} 的出生日期与父母的年龄不合。核对双方出生日期和所选的父母。',
    en: 'The birth date of {name} does not fit the age of the parent. Check both birth dates and the parent chosen.',
  },
  'parent-sex': {
    zh: '{name} 的性别与所填的父或者母不符。核对所选的人，或者换到另一栏。',
    en: 'The sex of {name} does not fit father or mother as entered. Check the person chosen, or use the other field.',
  },
  'parent-dead': {
    zh: '{name} 在该日期前已死亡，不能登记为父母。核对日期和所选的人。',
    en: '{name} had died before that day and cannot be entered as a parent. Check the day and the person chosen.',
  },
  'parent-needed': {
    zh: '没有填写父亲或者母亲。至少选择一方。',
    en: 'Neither father nor mother was given. Choose at least one.',
  },
  'parents-elsewhere': {
    zh: '父母都不在所选的户内。核对是否确需在该户登记。',
    en: 'Neither parent is in the household chosen. Make sure that the child belongs there.',
  },
  'child-to-family': {
    zh: '父母一方为家庭户、一方为集体户的，子女随家庭户登记。核对所选的户。',
    en: 'With one parent in a family household and one in a collective one, the child goes to the family. Check the household chosen.',
  },
  'child-to-grandparents': {
    zh: '父母均为集体户的，子女一般随祖父母或者外祖父母登记。核对所选的户。',
    en: 'With both parents in collective households the child normally goes to grandparents. Check the household chosen.',
  },
  'ethnicity-of-neither': {
    zh: '{name} 的民族与父母双方都不相同。按父亲或者母亲的民族填写，或者补充批准材料。',
    en: "The ethnic group of {name} is neither parent's. Enter that of one parent, or add the approval.",
  },
  'relative-needed': {
    zh: '没有选择亲属。选择与申请人有亲属关系的人。',
    en: 'No relative was chosen. Choose the person to whom the applicant is related.',
  },
  'not-related': {
    zh: '登记簿不能证明与 {name} 的亲属关系。改用其他材料，或者不出具该证明。',
    en: 'The register does not show a kinship with {name}. Use other papers, or do not issue this certificate.',
  },
  'item-same': {
    zh: '没有任何变化。填写要变更的内容，或者结束本次业务。',
    en: 'Nothing would change. Enter what is to be changed, or end the case.',
  },
  'item-not-possible': {
    zh: '该项目不能在此业务中这样填写。核对所填内容，或者改办相应的变更业务。',
    en: 'This item cannot be entered so in this procedure. Check it, or use the procedure meant for it.',
  },
  'item-needed': {
    zh: '没有填写要变更的项目。至少填写一项。',
    en: 'No item to change was given. Enter at least one.',
  },
  'death-not-cancelled': {
    zh: '{name} 已登记死亡，只有凭撤销死亡宣告的判决才能恢复。改选恢复原因并收取判决书。',
    en: '{name} is registered as dead and is restored only on a judgment that revokes it. Choose that ground and take the judgment.',
  },
  'kept-needed': {
    zh: '没有选择保留的户口。选择该人保留的那条登记。',
    en: 'The registration that stays was not chosen. Choose it.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
