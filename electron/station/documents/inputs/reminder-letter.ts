import { permitStateOn } from '../../../../shared/domain/permit-function.ts';
import { formatZh } from '../../../../shared/domain/plain-date.ts';
import { findAddress } from '../../store/addresses.ts';
import { registerView } from '../../store/register-view.ts';
import { stationInFull } from './authority.ts';
import { caseNumberOf, orNothing, type PaperInput, personOfPaper, stationHours, stationPhone } from './paper.ts';

/** 提醒函 to the holder of a permit: when the next endorsement is due and what happens otherwise (D663 §10); null without an active permit. */
export const reminderLetter: PaperInput = (paper) => {
  const { program } = paper;
  const person = personOfPaper(paper);
  const view = registerView(program.database);
  const permits = person ? view.list('permit', 'personId', person.personId).map(({ data }) => data) : [];
  const permit = permits.find(({ status }) => status === 'active');
  if (!person || !permit) return null;
  const { coveredUntil, windowFrom, residenceYearsFrom } = permitStateOn(permit, program.today());
  const residence = view.find('residence', permit.residenceId)?.data;
  const address = residence && findAddress(program.database, residence.addressId)?.data.fullName;
  return {
    noticeNumber: caseNumberOf(paper),
    matter: '居住证签注',
    addressee: { name: person.name, address: orNothing(address) },
    person: { name: person.name },
    facts: `您的居住证（证号${permit.number}）于${formatZh(permit.issuedOn)}签发，居住年限自${formatZh(residenceYearsFrom)}起算，使用功能至${formatZh(coveredUntil)}。`,
    dueFrom: windowFrom,
    dueOn: coveredUntil,
    requirements: [{ text: '居民身份证和居住证' }, { text: '就业、住所、就读证明之一' }],
    consequence: '逾期不签注的，居住证使用功能中止；补办签注后恢复，居住年限自补办之日起连续计算。签注不收费。',
    basis: '《居住证暂行条例》第十条',
    station: stationInFull(program),
    stationAddress: `${program.stationName}户籍窗口`,
    openHours: stationHours,
    phone: stationPhone,
    noticedOn: program.today(),
  };
};
