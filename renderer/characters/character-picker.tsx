import { Input } from 'antd';
import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { codePointLabel } from '../../shared/domain/names.ts';
import type { HanCharacter } from '../../shared/domain/rare-characters.ts';
import { isComposing, useKey } from '../keys/keys.ts';
import { useWords } from '../language.ts';
import { hasGlyph } from './has-glyph.ts';
import { closeCharacterPicker, openCharacterPicker, usePickerTarget } from './picker-target.ts';
import { useFoundCharacters } from './use-characters.ts';

/** Columns of the list, as picker.css lays them out. */
const columns = 8;
const moves: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns };

/** Shift+F4 in any field of text: a character that the input method lacks, by components or strokes. */
export function CharacterPicker(): ReactElement | null {
  const target = usePickerTarget();
  useKey('Shift+F4', () => openCharacterPicker());
  return target === null ? null : <Picker />;
}

interface OfferProps {
  readonly offer: HanCharacter;
  readonly isChosen: boolean;
  readonly onPick: () => void;
}

function Offer({ offer, isChosen, onPick }: OfferProps): ReactElement {
  const say = useWords();
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isChosen) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  const { character, descriptions, reading, strokeCount } = offer;
  return (
    <div
      id={`character-${codePointLabel(character)}`}
      ref={line}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      className="character"
      onClick={onPick}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onPick();
      }}
    >
      {hasGlyph(character) ? (
        <span className="character-glyph">{character}</span>
      ) : (
        <span className="character-glyph quiet no-glyph">{say('characters.noGlyph')}</span>
      )}
      {/* What it is made of, also where no font of this computer has the character. */}
      <span className="quiet">{descriptions[0] ?? ''}</span>
      <span className="quiet">{reading === '' ? say('characters.noReading') : reading}</span>
      <span className="quiet numbers">{codePointLabel(character)}</span>
      <span className="quiet">{say('characters.strokes', { count: strokeCount })}</span>
    </div>
  );
}

function Picker(): ReactElement {
  const say = useWords();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const found = useFoundCharacters(typed);
  const offers = found ?? [];
  const chosen = offers[Math.min(at, offers.length - 1)];
  useKey('Esc', () => closeCharacterPicker());
  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event.nativeEvent)) return;
    const move = typed === '' ? undefined : moves[event.key];
    if (event.key === 'Enter') closeCharacterPicker(chosen?.character);
    else if (event.key === 'Escape') closeCharacterPicker();
    else if (move === undefined) return;
    else setAt((it) => Math.max(0, Math.min(offers.length - 1, it + move)));
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    <div className="palette-back">
      <div className="palette character-picker" role="dialog" aria-modal="true" aria-label={say('characters.title')}>
        <Input
          autoFocus
          size="large"
          role="combobox"
          aria-expanded={offers.length > 0}
          aria-controls="character-list"
          aria-activedescendant={chosen === undefined ? undefined : `character-${codePointLabel(chosen.character)}`}
          aria-label={say('characters.type')}
          placeholder={say('characters.hint')}
          autoComplete="off"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        <div role="listbox" id="character-list" className="character-list" aria-label={say('characters.title')}>
          {offers.map((offer) => (
            <Offer
              key={offer.character}
              offer={offer}
              isChosen={offer === chosen}
              onPick={() => closeCharacterPicker(offer.character)}
            />
          ))}
        </div>
        <p className="quiet">{say(noteFor(found, typed))}</p>
      </div>
    </div>
  );
}

function noteFor(found: readonly HanCharacter[] | null, typed: string) {
  if (found === null) return 'characters.loading';
  if (typed.trim() === '' || found.length > 0) return 'characters.how';
  return 'characters.none';
}
