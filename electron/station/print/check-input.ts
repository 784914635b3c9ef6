import type { Form, FormField, FormInput, FormValue } from '../../../shared/domain/form.ts';
import { isFilled, isRecord } from './read-value.ts';

/** What is wrong with one field of an input; `path` is the input's (`materials[2].name`), never its content. */
export interface InputProblem {
  readonly path: string;
  readonly problem: 'required' | 'unknown' | 'type' | 'pattern' | 'too-many';
  readonly field?: { readonly zh: string; readonly en: string };
}

/** Fields one level under a prefix: key → declaration, or `null` where only deeper fields are declared. */
type Level = Map<string, { field: FormField | null; path: string }>;
type LevelOf = (prefix: string) => Level;

function levelUnder(form: Form, prefix: string): Level {
  const level: Level = new Map();
  for (const [path, field] of Object.entries(form.fields)) {
    if (!path.startsWith(prefix)) continue;
    const [key = '', ...deeper] = path.slice(prefix.length).split('.');
    const name = key.replace('[]', '');
    const isOwn = deeper.length === 0 && !key.endsWith('[]');
    const known = level.get(name)?.field ?? null;
    level.set(name, { field: isOwn ? field : known, path: `${prefix}${name}` });
  }
  return level;
}

/** Every way in which an input does not fit the fields that the form declares. Empty: it may be printed. */
export function checkInput(form: Form, input: FormInput): InputProblem[] {
  const levels = new Map<string, Level>();
  const levelOf = (prefix: string) => {
    const level = levels.get(prefix) ?? levelUnder(form, prefix);
    levels.set(prefix, level);
    return level;
  };
  return checkRecord(levelOf, input, '', '');
}

function checkRecord(levelOf: LevelOf, record: FormInput, prefix: string, shownPrefix: string): InputProblem[] {
  const level = levelOf(prefix);
  const unknown = Object.keys(record).filter((key) => !level.has(key) && record[key] !== undefined);
  const problems: InputProblem[] = unknown.map((key) => ({ path: shownPrefix + key, problem: 'unknown' }));
  for (const [key, { field, path }] of level) {
    const value = record[key];
    const shown = shownPrefix + key;
    if (!field) problems.push(...checkRecord(levelOf, isRecord(value) ? value : {}, `${path}.`, `${shown}.`));
    else problems.push(...checkField(levelOf, field, value, path, shown));
  }
  return problems;
}

function checkField(
  levelOf: LevelOf,
  field: FormField,
  value: FormValue | undefined,
  path: string,
  shown: string,
): InputProblem[] {
  const names = { zh: field.zh, en: field.en };
  if (!isFilled(value)) return field.required ? [{ path: shown, problem: 'required', field: names }] : [];
  if (!hasType(field, value)) return [{ path: shown, problem: 'type', field: names }];
  if (Array.isArray(value)) {
    if (field.maxItems !== undefined && value.length > field.maxItems)
      return [{ path: shown, problem: 'too-many', field: names }];
    return value.flatMap((row, index) => checkRecord(levelOf, row, `${path}[].`, `${shown}[${index}].`));
  }
  const matches = field.pattern === undefined || new RegExp(`^(?:${field.pattern})$`, 'u').test(String(value));
  return matches ? [] : [{ path: shown, problem: 'pattern', field: names }];
}

function hasType(field: FormField, value: FormValue | undefined): boolean {
  switch (field.type) {
    case 'text':
      return typeof value === 'string';
    case 'integer':
      return Number.isSafeInteger(value);
    case 'date':
      return typeof value === 'string' && isDay(value);
    case 'instant':
      return (
        typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value))
      );
    case 'list':
      return Array.isArray(value) && value.every(isRecord);
    case 'image':
      return (
        value instanceof Uint8Array || (typeof value === 'string' && /^data:image\/(png|jpeg);base64,/.test(value))
      );
  }
}

/** A day of the calendar: the 30th of February is none. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}
