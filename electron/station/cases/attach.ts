import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { Answer } from '../../../shared/contract/errors.ts';
import { done, fail } from '../../../shared/contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import type { Calling, Program } from '../program.ts';
import { addAttachment, findAttachment } from '../store/attachments.ts';
import { findCase } from '../store/cases.ts';

const imageLimitBytes = 4 * 1024 * 1024;

function imageKind(image: Uint8Array): 'image/png' | 'image/jpeg' | null {
  const [a, b, c, d] = image;
  if (a === 0x89 && b === 0x50 && c === 0x4e && d === 0x47) return 'image/png';
  return a === 0xff && b === 0xd8 && c === 0xff ? 'image/jpeg' : null;
}

/** Keeps a photograph of a material with its hash; IMAGE_REFUSED when it is no PNG or JPEG or larger than 4 MB. */
export function attachMaterial(
  program: Program,
  calling: Calling,
  input: ParsedInputOf<'case.attach'>,
): Answer<{ attachmentId: string }> {
  const { caseId, materialId, image } = input;
  calling.subject = caseId;
  calling.details = { materialId };
  if (!findCase(program.database, caseId)) return fail('NOT_FOUND');
  const kind = imageKind(image);
  if (!kind || image.byteLength > imageLimitBytes) return fail('IMAGE_REFUSED');
  const attachmentId = uuidv7();
  const sha256 = createHash('sha256').update(image).digest('hex');
  addAttachment(program.database, { attachmentId, caseId, materialId, kind, image, sha256, takenAt: program.now() });
  return done({ attachmentId });
}

/** A kept photograph. */
export function readAttachment(
  program: Program,
  calling: Calling,
  input: ParsedInputOf<'case.attachment'>,
): Answer<OutputOf<'case.attachment'>> {
  const found = findAttachment(program.database, input.attachmentId);
  if (!found) return fail('NOT_FOUND');
  calling.subject = found.caseId;
  return done({ image: new Uint8Array(found.image), kind: found.kind });
}
