import { photoOf } from '../../../store/photos.ts';
import { fieldText } from '../paper.ts';
import { identityOf, registeredAddress, word } from '../person-words.ts';
import { certificate } from './certificate.ts';

/** 临时身份证明: says for what and until when it is good; without a last day it is no such certificate. */
export const temporaryIdentityCertificate = certificate(({ paper, person, record }) => {
  const validUntil = fieldText(paper, 'validUntil');
  if (!record || !validUntil) return null;
  return {
    summary: record.body,
    fields: {
      person: {
        ...identityOf(person),
        photo: photoOf(paper.program.database, person),
        hukouAddress: registeredAddress(paper.program.database, person),
        ethnicity: word('ethnicity', person.ethnicity),
      },
      validFrom: record.issuedOn,
      validUntil,
    },
  };
});
