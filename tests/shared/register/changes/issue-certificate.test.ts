import { beforeEach, describe, expect, it } from 'vitest';
import { listCertificates } from '../../../../shared/policy/certificates.ts';
import { issuedCertificates } from '../../../../shared/register/changes/issue-certificate.ts';
import { idOf, people, SmallRegister } from '../../../fixtures/small-register.ts';
import { pack } from '../../policy/liaoyuan.ts';

let small: SmallRegister;
beforeEach(() => {
  small = new SmallRegister();
});
const body = '兹证明上述事项属实。';
const issue = (subject: string, kind: string, fields: object = {}) => ({ subject, kind, body, ...fields });

describe('a certificate from the register', () => {
  it('is numbered and kept with its stub', () => {
    const plan = small.do(
      'issue-certificate',
      issue(people.son, 'kinship', { relativeId: people.father, purpose: '办理公证', recipient: '辽源市公证处' }),
    );
    const [kept] = small.register.listAll('certificate');
    expect(kept?.data).toMatchObject({
      number: '00000001',
      kind: 'kinship',
      personId: people.son,
      issuedOn: '2026-11-22',
      purpose: '办理公证',
      recipient: '辽源市公证处',
      status: 'issued',
    });
    expect(plan.note.details).toEqual({ kind: 'kinship', number: '00000001' });
  });

  it('is issued of exactly the kinds that the pack lists', () => {
    const listed = listCertificates(pack).filter(({ isIssued }) => isIssued);
    expect([...issuedCertificates]).toEqual(listed.map(({ id }) => id));
  });

  it('of a cancelled registration is for those who were cancelled', () => {
    small.do('issue-certificate', issue(people.dead, 'cancelled-register'));
    expect(small.register.listAll('certificate')).toHaveLength(1);
  });

  it.each<[string, object, string]>([
    ['the identity card proves it', issue(people.son, 'birth-date'), 'certificate-forbidden'],
    ['the book shows it', issue(people.son, 'move-history'), 'certificate-forbidden'],
    ['another authority is in charge', issue(people.son, 'marriage'), 'certificate-forbidden'],
    ['the person is still registered', issue(people.son, 'cancelled-register'), 'person-still-registered'],
    ['the person never was in the register', issue(people.visitor, 'item-change'), 'person-elsewhere'],
    ['a dead person needs an identity', issue(people.dead, 'temporary-identity'), 'person-dead'],
    ['nobody has that id', issue(idOf(999), 'criminal-record'), 'person-unknown'],
    ['the relative is not named', issue(people.son, 'kinship'), 'relative-needed'],
    ['the relative is the person', issue(people.son, 'kinship', { relativeId: people.son }), 'person-same'],
    ['the register shows no kinship', issue(people.son, 'kinship', { relativeId: people.loner }), 'not-related'],
    ['nothing is certified', issue(people.son, 'criminal-record', { body: ' ' }), 'input-invalid'],
  ])('is refused when %s', (_, input, code) => {
    expect(small.refusal('issue-certificate', input)).toBe(code);
    expect(small.numbers.certificate).toBe(0);
  });

  it('is refused when the block of numbers is used up', () => {
    small.numbers.certificate = null;
    expect(small.refusal('issue-certificate', issue(people.son, 'criminal-record'))).toBe('numbers-exhausted');
  });
});
