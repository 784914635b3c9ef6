import { describe, expect, it } from 'vitest';
import { compareSides, sideOfDraft, sideOfRegister } from '../../../renderer/duplicates/compared-lines.ts';
import { DraftPerson } from '../../../shared/contract/draft.ts';
import { DuplicateSide } from '../../../shared/contract/duplicate.ts';

const registered = sideOfRegister(
  DuplicateSide.parse({
    row: {
      personId: '00000000-0000-7000-8000-000000000001',
      name: '周试一',
      citizenId: '220402198803140013',
      sex: '1',
      bornOn: '1988-03-14',
      status: 'registered',
      address: '试验路1号',
      householdId: null,
      householdNumber: null,
      relation: '02',
      isHere: true,
      isProvisional: false,
    },
    particulars: {
      formerName: null,
      namePinyin: null,
      ethnicity: '01',
      maritalStatus: '20',
      education: null,
      birthplace: '吉林省辽源市',
      nativePlace: null,
      otherAddress: null,
      workplace: null,
      occupation: null,
      phone: null,
      hukouAddress: null,
      father: '周父',
      mother: null,
      spouse: null,
    },
  }),
);
const entered = sideOfDraft(
  DraftPerson.parse({
    name: '周试一',
    citizenId: '220122198803149018',
    sex: '1',
    bornOn: '1988-03-14',
    birthplace: '',
  }),
);

describe('two people side by side', () => {
  it('differ where both say something else', () => {
    const different = compareSides(entered, registered).filter(({ isDifferent }) => isDifferent);
    expect(different.map(({ key }) => key)).toEqual(['citizenId']);
  });

  it('do not differ where one of them says nothing', () => {
    expect(compareSides(entered, registered)).toContainEqual({
      key: 'birthplace',
      left: '',
      right: '吉林省辽源市',
      isDifferent: false,
    });
  });

  it('leave out what neither says, and nothing that one of them does', () => {
    const keys = compareSides(entered, registered).map(({ key }) => key);
    expect(keys).not.toContain('religion');
    expect(keys).not.toContain('mother');
    expect(keys).toEqual(expect.arrayContaining(['name', 'status', 'address', 'father', 'ethnicity']));
  });

  it('show nothing of a draft that is no particular of a person', () => {
    expect(Object.keys(entered)).not.toContain('source');
    expect(Object.keys(entered)).not.toContain('relationToHead');
  });
});
