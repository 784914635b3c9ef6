import { parseArgs } from 'node:util';
import type { Failure } from '../../shared/contract/errors.ts';
import { InquiryAnswer } from '../../shared/contract/registry-inquiry.ts';
import { RecordId } from '../../shared/domain/records.ts';
import { type CommandResult, calledWrongly } from './command.ts';
import { findJson } from './pack-files.ts';
import { openKeyFile, openLine } from './registry-line.ts';

const usage =
  'registry inquiries --registry URL --key FILE [--enrol-code CODE --police CODE] --list | --answer ID --file FILE';
const text = { type: 'string' } as const;
const options = {
  registry: text,
  key: text,
  'enrol-code': text,
  police: text,
  list: { type: 'boolean' },
  answer: text,
  file: text,
} as const;

function readArguments(args: readonly string[]) {
  try {
    const { values } = parseArgs({ args: [...args], options });
    const { registry, key, list = false, answer } = values;
    if (registry === undefined || key === undefined || list === (answer !== undefined)) return null;
    return { ...values, registry, key };
  } catch {
    return null;
  }
}

const failed = ({ code, details }: Failure): CommandResult => ({
  exitCode: 1,
  problems: [`${code} ${String(details?.reason ?? '')}`.trim()],
});

/**
 * `registry inquiries …`: for an office without a program of its own. `--list` shows what stations ask it; `--answer ID --file F` answers with
 * the JSON of the file. The first call makes the key file and enrols it with the code the registry's operator gave.
 */
export async function registryInquiries(args: readonly string[]): Promise<CommandResult> {
  const asked = readArguments(args);
  if (!asked) return calledWrongly(usage);
  const line = openLine(asked.registry, openKeyFile(asked.key));
  const greeted = await line.greet();
  if (!greeted.ok) return failed(greeted.error);
  const { 'enrol-code': code, police: stationCode = '' } = asked;
  const enrolled = code === undefined ? greeted : await line.enrol({ code, stationCode, deviceName: 'office' });
  if (!enrolled.ok) return failed(enrolled.error);
  if (asked.answer !== undefined) return answerInquiry(line, asked.answer, asked.file ?? '');
  const open = await line.openInquiries();
  return open.ok ? { exitCode: 0, output: open.value } : failed(open.error);
}

async function answerInquiry(line: ReturnType<typeof openLine>, id: string, file: string): Promise<CommandResult> {
  const inquiryId = RecordId.safeParse(id);
  const answer = InquiryAnswer.safeParse(findJson(file));
  if (!inquiryId.success) return { exitCode: 2, problems: ['--answer: the id of an inquiry is expected'] };
  if (!answer.success)
    return { exitCode: 2, problems: ['--file: an answer as JSON is expected, see docs/protocol.md'] };
  const given = await line.answerInquiry(inquiryId.data, answer.data);
  return given.ok ? { exitCode: 0, output: given.value } : failed(given.error);
}
