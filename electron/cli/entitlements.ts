import { join } from 'node:path';
import { z } from 'zod';
import { PlainDate, todayIn } from '../../shared/domain/plain-date.ts';
import { entitlementsFor } from '../../shared/policy/entitlements.ts';
import { EntitlementStatus } from '../../shared/policy/pack-tables.ts';
import type { Pack } from '../../shared/policy/policy-pack.ts';
import { entitlementInput } from '../station/documents/inputs/entitlement-notice.ts';
import { checkoutFolders } from '../station/folders.ts';
import { type CommandResult, calledWrongly } from './command.ts';
import { findJson, readCall, readPackOf } from './pack-files.ts';
import { writePaper } from './paper-file.ts';

const Years = z.number().min(0).max(100).optional();

/** Whose rights are asked for; the name, the station and the rest are needed for the paper only. */
const Asked = z.strictObject({
  status: EntitlementStatus,
  residenceYears: Years,
  insuranceYears: Years,
  schoolingYears: Years,
  name: z.string().default('—'),
  since: PlainDate.optional(),
  station: z.string().default('—'),
  phone: z.string().default('—'),
  noticeNumber: z.string().default('—'),
});
type Asked = z.infer<typeof Asked>;

const usage = 'entitlements --input FILE.json [--pdf FILE] [--pack DIR]';

/** `entitlements --input FILE [--pdf FILE]`: the rights of someone of that status, as JSON or as the printed notice. */
export async function command(args: readonly string[]): Promise<CommandResult> {
  const call = readCall(args, 0, ['input', 'pdf', 'pack']);
  const { input, pdf, pack: folder } = call?.options ?? {};
  if (input === undefined) return calledWrongly(usage);
  const asked = Asked.safeParse(findJson(input));
  if (!asked.success) {
    const problems = asked.error.issues.map((issue) => `${issue.path.join('.') || '--input'}: ${issue.message}`);
    return { exitCode: 2, problems };
  }
  const read = readPackOf(folder ?? checkoutFolders(join(import.meta.dirname, '..', '..')).policyPack);
  if (!read.ok) return { exitCode: 1, problems: read.problems };
  if (pdf !== undefined) return await writeNotice(read.pack, asked.data, pdf);
  return { exitCode: 0, output: JSON.stringify(entitlementsFor(read.pack, asked.data), null, 2) };
}

function writeNotice(pack: Pack, asked: Asked, file: string): Promise<CommandResult> {
  const { name, station, phone, noticeNumber } = asked;
  const day = todayIn(new Date().toISOString());
  const since = asked.since ?? day;
  const notice = { name, station, phone, noticeNumber, holder: asked, since, noticedOn: day };
  return writePaper({ form: 'entitlement-notice', input: entitlementInput(pack, notice), day }, file);
}
