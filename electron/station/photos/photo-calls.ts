import type { Answer } from '../../../shared/contract/errors.ts';
import { done, fail } from '../../../shared/contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import { photoLimits } from '../../../shared/contract/photo.ts';
import { readPicture } from '../../../shared/domain/picture.ts';
import type { Calling, Program } from '../program.ts';
import { addPhoto, findPhoto } from '../store/photos.ts';

/** Keeps a photograph of a person; PHOTO_REFUSED with the limits when it can't be one. */
export function keepPhoto(
  program: Program,
  calling: Calling,
  { image }: ParsedInputOf<'photo.keep'>,
): Answer<OutputOf<'photo.keep'>> {
  const picture = readPicture(image);
  const { bytes, widthPx, heightPx } = photoLimits;
  const isUsable = picture !== null && picture.widthPx >= widthPx && picture.heightPx >= heightPx;
  if (!isUsable || image.byteLength > bytes) return fail('PHOTO_REFUSED', { limitKb: bytes / 1024, widthPx, heightPx });
  const photoId = addPhoto(program.database, { mime: picture.mime, bytes: image }, program.now());
  calling.subject = photoId;
  return done({ photoId });
}

/** A kept photograph; NOT_FOUND where it was taken at another computer. */
export function readPhoto(
  program: Program,
  calling: Calling,
  { photoId }: ParsedInputOf<'photo.get'>,
): Answer<OutputOf<'photo.get'>> {
  calling.subject = photoId;
  const found = findPhoto(program.database, photoId);
  return found ? done({ image: found.bytes, kind: found.mime }) : fail('NOT_FOUND');
}
