import type { ReactElement } from 'react';
import type { PackRefusal } from '../../../shared/contract/policy.ts';
import { useWords } from '../../language.ts';

type Place = PackRefusal['places'][number];

/** Why a signed pack is refused: one sentence, and each place with the article that stands against it. */
export function RefusalLines({ refusal }: { refusal: PackRefusal }): ReactElement {
  const say = useWords();
  const wordsOf = ({ file, line, guard }: Place) =>
    guard === null
      ? say('packs.place', { file, line })
      : say(guard.article === '10' ? 'packs.guardRights' : 'packs.guardTalent', { file, line, quoted: guard.quoted });
  return (
    <>
      <p>{say(`packRefusal.${refusal.reason}`)}</p>
      {refusal.places.length === 0 ? null : (
        <ul className="plain-list">
          {refusal.places.map((place) => (
            <li key={`${place.file} ${place.line} ${place.guard?.quoted ?? ''}`}>{wordsOf(place)}</li>
          ))}
        </ul>
      )}
    </>
  );
}
