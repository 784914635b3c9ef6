import type { Words } from '../zh/index.ts';
import * as applicant from './applicant.ts';
import * as calibration from './calibration.ts';
import * as conflict from './conflict.ts';
import * as entry from './entry.ts';
import * as exchange from './exchange.ts';
import * as fields from './fields.ts';
import * as finding from './finding.ts';
import * as frame from './frame.ts';
import * as help from './help.ts';
import * as inquiries from './inquiries.ts';
import * as places from './places.ts';
import * as policy from './policy.ts';
import * as printing from './printing.ts';
import * as problems from './problems.ts';
import * as procedure from './procedure.ts';
import * as record from './record.ts';
import * as registerPages from './register-pages.ts';
import * as sweep from './sweep.ts';

/** Every text of the program in English; one that is missing does not compile. */
export const en: Words = {
  ...frame,
  ...places,
  ...finding,
  ...policy,
  ...entry,
  ...fields,
  ...problems,
  ...record,
  ...procedure,
  ...printing,
  ...calibration,
  ...registerPages,
  ...sweep,
  ...applicant,
  ...inquiries,
  ...conflict,
  ...exchange,
  ...help,
};
