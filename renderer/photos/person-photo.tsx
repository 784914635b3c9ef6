import type { ReactElement } from 'react';
import { useWords } from '../language.ts';
import { useCall } from '../queries.ts';
import { usePictureUrl } from './picture-url.ts';

/** A photograph never changes: its id is the hash of its bytes. */
const freshMs = 600_000;

/** A kept photograph; a frame that says so where it was taken at another computer. */
export function PersonPhoto({ photoId, name }: { photoId: string; name: string }): ReactElement {
  const say = useWords();
  const found = useCall('photo.get', { photoId }, { freshMs });
  const url = usePictureUrl(found.data);
  if (url !== null) return <img className="person-photo" src={url} alt={say('photo.of', { name })} />;
  return <span className="person-photo person-photo-none">{found.error === null ? '' : say('photo.elsewhere')}</span>;
}

/** The frame of somebody of whom there is no photograph. */
export function NoPhoto(): ReactElement {
  const say = useWords();
  return <span className="person-photo person-photo-none">{say('photo.none')}</span>;
}
