import type { FormField, FormInput, ValueFormat } from '../../../shared/domain/form.ts';
import { readValue } from './read-value.ts';

type DatePart = (year: string, month: string, day: string) => string;

/** The window's clock: the whole country keeps Beijing time, eight hours before UTC, with no summer time. */
const BEIJING_OFFSET_MS = 8 * 60 * 60 * 1000;

const dateParts: Partial<Record<ValueFormat, DatePart>> = {
  date: (year, month, day) => `${year}年${month}月${day}日`,
  year: (year) => year,
  month: (_year, month) => month,
  day: (_year, _month, day) => day,
};

/** The printed words of one value. Absent values print nothing; numbers of a date carry no leading zeros. */
export function valueWords(value: unknown, field: FormField | undefined, format: ValueFormat): string {
  if (value === undefined || value === null) return '';
  const text = String(value);
  if (field?.type === 'date') return dateWords(text, format === 'plain' ? 'date' : format);
  if (field?.type === 'instant') return instantWords(text, format);
  return text;
}

function dateWords(day: string, format: ValueFormat): string {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  return dateParts[format]?.(year, String(Number(month)), String(Number(dayOfMonth))) ?? day;
}

function instantWords(instant: string, format: ValueFormat): string {
  const local = new Date(Date.parse(instant) + BEIJING_OFFSET_MS).toISOString();
  const day = local.slice(0, 10);
  return format === 'plain' || format === 'instant'
    ? `${dateWords(day, 'date')} ${local.slice(11, 16)}`
    : dateWords(day, format);
}

/** A hole of a template: `{applicant.name}`, `{issuedOn|date}`, in a list's text `{.name}` and `{$row}`. */
export interface TemplateHole {
  readonly path: string;
  readonly format: ValueFormat;
}

const hole = /\{([^{}|]+)(?:\|([a-z]+))?\}/g;

/** The holes of a template, in order. */
export function templateHoles(template: string): TemplateHole[] {
  return [...template.matchAll(hole)].map(([, path = '', format = 'plain']) => ({
    path,
    format: format as ValueFormat,
  }));
}

/** Fills a template's holes by a function of path and format. */
export function fillTemplate(template: string, words: (hole: TemplateHole) => string): string {
  return template.replace(hole, (_all, path: string, format = 'plain') =>
    words({ path, format: format as ValueFormat }),
  );
}

/** Words of an input field by its path in a form's `fields`. */
export function fieldWords(fields: Readonly<Record<string, FormField>>, input: FormInput, hole: TemplateHole): string {
  return valueWords(readValue(input, hole.path), fields[hole.path], hole.format);
}
