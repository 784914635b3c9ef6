import type { FormInput } from '../../../../../shared/domain/form.ts';
import type { Certificate } from '../../../../../shared/domain/paper-records.ts';
import type { Person } from '../../../../../shared/domain/records.ts';
import { listMembers } from '../../../store/households.ts';
import { stationInFull } from '../authority.ts';
import {
  caseNumberOf,
  fieldText,
  officerName,
  orNothing,
  type Paper,
  type PaperInput,
  personOfPaper,
  recordOfPaper,
  registeredOn,
  stationPhone,
} from '../paper.ts';
import { identityOf, lastPlaceOf, registeredAddress } from '../person-words.ts';

/** Left to be filled in by hand. */
const blank = '　';

/** A certificate about to be worded: about whom, and its record where it was applied for by itself (公通字〔2016〕21号). */
export interface Certified {
  readonly paper: Paper;
  readonly person: Person;
  readonly record: Certificate | null;
}

/** Whoever the page names; of the dead else whoever heads the household they left, where somebody is left; of the living they themselves. */
function applicantOf({ paper, person }: Certified): FormInput {
  const entered = fieldText(paper, 'applicantName');
  if (entered)
    return {
      name: entered,
      citizenNumber: fieldText(paper, 'applicantNumber') || blank,
      relation: orNothing(fieldText(paper, 'applicantRelation')),
    };
  if (person.status !== 'dead') return { name: person.name, citizenNumber: person.citizenId, relation: '本人' };
  const place = lastPlaceOf(paper.program.database, person.personId);
  const isLeft = place && listMembers(paper.program.database, place.household.householdId).length > 0;
  const head = isLeft ? place.head : null;
  return head && head.personId !== person.personId
    ? { name: head.name, citizenNumber: head.citizenId, relation: '原户户主' }
    : { name: blank, citizenNumber: blank };
}

function frameOf(certified: Certified, summary: string, purpose: string): FormInput {
  const { paper, person, record } = certified;
  return {
    certificateNumber: record?.number ?? caseNumberOf(paper),
    person: {
      ...identityOf(person),
      hukouAddress: registeredAddress(paper.program.database, person) || blank,
    },
    summary,
    applicant: applicantOf(certified),
    purpose: record?.purpose || purpose,
    station: stationInFull(paper.program),
    officer: officerName(paper),
    phone: stationPhone,
    issuedOn: record?.issuedOn ?? registeredOn(paper),
  };
}

/** What a certificate says beside what all of them have; `person` replaces how the person is described. */
export interface Wording {
  readonly summary: string;
  /** Where none was given in the case. */
  readonly purpose?: string;
  readonly fields: FormInput;
}

/** A certificate by its own wording; null while there is nobody or nothing to certify. */
export function certificate(wordingOf: (certified: Certified) => Wording | null): PaperInput {
  return (paper) => {
    const person = personOfPaper(paper);
    if (!person) return null;
    const certified = { paper, person, record: recordOfPaper(paper, 'certificate') };
    const wording = wordingOf(certified);
    return wording && { ...frameOf(certified, wording.summary, wording.purpose ?? '按申请人陈述'), ...wording.fields };
  };
}

/** Texts of the case's page that a certificate needs whole; null where one of them was not given. */
export function neededTexts<K extends string>(paper: Paper, keys: readonly K[]): Record<K, string> | null {
  const entries = keys.map((key) => [key, fieldText(paper, key)] as const);
  return entries.every(([, text]) => text !== '') ? (Object.fromEntries(entries) as Record<K, string>) : null;
}
