import type { Words } from '../zh/index.ts';
import * as applicant from './applicant.ts';
import * as entry from './entry.ts';
import * as fields from './fields.ts';
import * as frame from './frame.ts';
import * as help from './help.ts';
import * as places from './places.ts';
import * as problems from './problems.ts';
import * as record from './record.ts';

/** Every text of the program in English; one that is missing does not compile. */
export const en: Words = {
  ...frame,
  ...places,
  ...entry,
  ...fields,
  ...problems,
  ...record,
  ...applicant,
  ...help,
};
