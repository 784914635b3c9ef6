import type { Bilingual } from '../../contract/verdict.ts';

/** What is wrong with days, papers, residence registrations, permits, blanks and events. */
export const wordsOfPapers = {
  'date-future': {
    zh: '日期晚于今天。核对后改正。',
    en: 'The date lies after today. Check and correct it.',
  },
  'date-before-birth': {
    zh: '日期早于 {name} 的出生日期。核对两个日期。',
    en: 'The date lies before the birth of {name}. Check both.',
  },
  'date-order': {
    zh: '起止日期前后颠倒。核对两个日期。',
    en: 'The end lies before the beginning. Check both dates.',
  },
  'date-needed': {
    zh: '没有填写日期。按证明材料填写发生的日期。',
    en: 'The date is missing. Enter the day as the papers show it.',
  },
  'paper-unknown': {
    zh: '没有找到该迁移证件。核对证件号码和持证人。',
    en: 'The migration paper was not found. Check its number and the holder.',
  },
  'paper-not-in-force': {
    zh: '证件已使用、作废或者超过有效期。向签发机关换领后再办。',
    en: 'The paper was used, is void or has expired. Have it issued again by the authority that signed it.',
  },
  'paper-number-taken': {
    zh: '号码 {number} 已使用过。核对实物号码，作废的空白证件另行登记。',
    en: 'Number {number} has been used before. Check the number on the paper; enter a spoiled blank as such.',
  },
  'paper-too-many': {
    zh: '一张迁移证件最多 {limit} 人。其余人员另开一张。',
    en: 'A migration paper names {limit} people at most. Use another one for the others.',
  },
  'paper-other-station': {
    zh: '该证件由其他派出所签发。由签发的派出所补领、换领。',
    en: 'Another station issued this paper. Have it reissued there.',
  },
  'move-in-permit-needed': {
    zh: '跨省迁出须先有迁入地的户口准迁证。填写准迁证编号；没有的，先向迁入地申请。',
    en: 'A move to another province needs the move-in permit of the destination. Enter its number, or apply for it there first.',
  },
  'certificate-forbidden': {
    zh: '按规定该事项不由派出所出具证明。向申请人说明依据，指引使用相应证件。',
    en: 'The rules do not let the station certify this. Tell the applicant why, and which papers prove it.',
  },
  'residence-unknown': {
    zh: '没有该人的居住登记。先办理居住登记。',
    en: 'There is no residence registration of this person. Register the residence first.',
  },
  'residence-open': {
    zh: '{name} 在本市已有居住登记。住址变动的，办理居住登记变更。',
    en: '{name} has a residence registration in the city already. For a new address, change it.',
  },
  'residence-ended': {
    zh: '该居住登记已注销。重新办理居住登记。',
    en: 'This residence registration has ended. Register the residence anew.',
  },
  'residence-registered-here': {
    zh: '{name} 的常住户口在本市，不办理居住登记和居住证。人户分离的，登记实际居住地址。',
    en: '{name} is registered in this city and needs no residence registration or permit. If they live elsewhere in it, record that address.',
  },
  'residence-hukou-needed': {
    zh: '没有填写 {name} 的常住户口所在地。填写到县级行政区划。',
    en: 'Where {name} is registered was not given. Enter it down to the county.',
  },
  'residence-other-station': {
    zh: '居住登记在其他派出所。由居住地派出所办理；已搬来本辖区的，先办理变更。',
    en: 'The residence is registered at another station. Have it done there; if they moved here, change the registration first.',
  },
  'permit-unknown': {
    zh: '没有该人的居住证。先申领居住证。',
    en: 'This person has no residence permit. Apply for one first.',
  },
  'permit-active': {
    zh: '该人已有有效的居住证。遗失或者损坏的，办理补领、换领。',
    en: 'This person has a permit in use. If it is lost or damaged, have it reissued.',
  },
  'permit-ended': {
    zh: '该居住证已注销。符合条件的，重新申领。',
    en: 'This permit was cancelled. Apply for a new one if the conditions hold.',
  },
  'permit-too-early': {
    zh: '居住登记未满半年，{day} 起可以申领。可先打印居住登记凭证。',
    en: 'Half a year of registered residence is not complete; from {day} on the permit can be had. Print the proof of registration meanwhile.',
  },
  'permit-not-due': {
    zh: '尚未到签注时间，{from} 至 {until} 办理。请届时再来。',
    en: 'It is not time for the endorsement; it is done from {from} to {until}. Come again then.',
  },
  'permit-suspended': {
    zh: '居住证逾期未签注，{day} 起使用功能中止。改办补办签注。',
    en: 'The endorsement is overdue and the permit is suspended after {day}. Use the late endorsement.',
  },
  'permit-not-suspended': {
    zh: '居住证在有效期内，至 {day}，不用补办。到签注时间办理签注。',
    en: 'The permit functions until {day} and needs no late endorsement. Endorse it when it is due.',
  },
  'blank-unknown': {
    zh: '没有可用的空白证件。核对号码，或者先登记入库。',
    en: 'There is no such blank in stock. Check the number, or take blanks into stock first.',
  },
  'blank-used': {
    zh: '空白证件 {number} 已使用、作废或者另有预留。换下一张。',
    en: 'Blank {number} is used, spoiled or reserved. Take the next one.',
  },
  'event-unknown': {
    zh: '没有找到该登记事件。刷新后再试。',
    en: 'The event was not found. Refresh and try again.',
  },
  'event-too-old': {
    zh: '登记已超过 {days} 天，不能冲销。改办相应的变更更正业务。',
    en: 'The registration is more than {days} days old and cannot be reversed. Use the procedures of change and correction.',
  },
  'event-built-upon': {
    zh: '之后的登记以它为依据，不能单独冲销。先从最近的登记开始冲销。',
    en: 'Later registrations build upon it, so it cannot be reversed alone. Reverse the latest one first.',
  },
  'event-already-reversed': {
    zh: '该登记已经冲销。查看历史记录。',
    en: 'This registration was reversed already. See the history.',
  },
  'event-unconfirmed': {
    zh: '该登记尚待市人口库确认，不能冲销。确认后再办，或者撤回该业务。',
    en: 'The registry has not confirmed this registration, so it cannot be reversed. Wait for it, or withdraw the case.',
  },
  'event-is-reversal': {
    zh: '这是一次冲销，不能再冲销。重新办理原业务。',
    en: 'This is a reversal itself and cannot be reversed. Carry out the procedure again.',
  },
  'event-other-station': {
    zh: '该登记由其他派出所办理。由办理的派出所冲销。',
    en: 'Another station made this registration. Have it reversed there.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
