import * as applicant from './applicant.ts';
import * as entry from './entry.ts';
import * as fields from './fields.ts';
import * as frame from './frame.ts';
import * as help from './help.ts';
import * as places from './places.ts';
import * as problems from './problems.ts';
import * as record from './record.ts';

/** Every text of the program in Chinese; the shape that every other language has to fill. */
export const zh = {
  ...frame,
  ...places,
  ...entry,
  ...fields,
  ...problems,
  ...record,
  ...applicant,
  ...help,
};
export type Words = typeof zh;
