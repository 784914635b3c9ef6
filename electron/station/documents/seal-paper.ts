import { contentHash } from '../../../shared/document-seal/content-hash.ts';
import { SealStatement } from '../../../shared/document-seal/seal.ts';
import { writeSeal } from '../../../shared/document-seal/seal-text.ts';
import type { Form, FormInput } from '../../../shared/domain/form.ts';
import type { Program } from '../program.ts';
import { openSigner } from './signing-keys.ts';

/** A paper about to be issued; `number` is the one that stands on it. */
export interface PaperToSeal {
  readonly form: Form;
  readonly input: FormInput;
  readonly number: string;
}

/** About as long as a seal, so that the code of a preview is as fine as the real one; every verifier refuses it. */
const previewCode = '预览无效 PREVIEW ONLY '.repeat(6).trim();

/**
 * The input with the signed seal (文书验证码) in the fields that the form draws as QR codes; unchanged for a form without.
 * The seal covers every other field of the input, so it comes last. Throws for a number that no seal can carry.
 */
export async function sealPaper(
  program: Pick<Program, 'database' | 'stationCode' | 'stationName' | 'today'>,
  { form, input, number }: PaperToSeal,
): Promise<FormInput> {
  const fields = sealFields(form);
  if (fields.length === 0) return input;
  const { database, stationCode, stationName } = program;
  const today = program.today();
  const signer = await openSigner(database, { stationCode, stationName, today });
  const unsealed = Object.fromEntries(Object.entries(input).filter(([name]) => !fields.includes(name)));
  const statement = SealStatement.parse({
    algorithm: 'EdDSA',
    keyId: signer.keyId,
    station: stationCode,
    issuedOn: today,
    form: form.id,
    formVersion: form.version,
    number,
    contentHash: await contentHash(unsealed),
  });
  const seal = await writeSeal(statement, signer.sign);
  return { ...unsealed, ...Object.fromEntries(fields.map((field) => [field, seal])) };
}

/** The input of a preview: its QR codes say that it is one, so that no photograph of the screen passes for a paper. */
export function markPreview(form: Form, input: FormInput): FormInput {
  return { ...input, ...Object.fromEntries(sealFields(form).map((field) => [field, previewCode])) };
}

/** The fields that a form draws as QR codes; none for a paper that carries no seal. */
export function sealFields(form: Form): string[] {
  const panels = form.flow?.blocks.flatMap((block) => (block.kind === 'panel' ? block.boxes : [])) ?? [];
  const fields = [...form.boxes, ...panels].flatMap((box) => (box.kind === 'qr' ? [box.field] : []));
  return [...new Set(fields)];
}
