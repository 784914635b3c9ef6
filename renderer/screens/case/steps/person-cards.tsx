import { type ReactElement, useEffect } from 'react';
import type { DraftPerson } from '../../../../shared/contract/draft.ts';
import { readCitizenNumber } from '../../../../shared/domain/citizen-number.ts';
import { isKnownArea } from '../../../../shared/domain/divisions.ts';
import { useEditing, useOpenCase } from '../../../case/case-context.ts';
import { textAt } from '../../../case/draft-path.ts';
import { useEntryPlan } from '../../../case/entry-plan.ts';
import { type CardId, fieldsOf } from '../../../case/fields.ts';
import { DraftField } from '../../../fields/draft-field.tsx';
import { useStation } from '../../../frame/session.ts';
import { useWords } from '../../../language.ts';

/** Birth date and sex as the citizen number says them; null while it is not a whole valid number. */
function useNumberReading(index: number): { bornOn: string; sex: string } | null {
  const number = useEditing((it) => textAt(it.draft, `people.${index}.citizenId`));
  const today = useStation()?.today;
  if (number.length < 15 || today === undefined) return null;
  const reading = readCitizenNumber(number, { today, isKnownArea });
  return reading.valid ? { bornOn: reading.birthDate, sex: reading.sex } : null;
}

/** Fills birth date and sex from the number as soon as it is whole, and only where nothing stands yet. */
function useFillFromNumber(index: number): Partial<Record<keyof DraftPerson, string>> {
  const say = useWords();
  const { store } = useOpenCase();
  const reading = useNumberReading(index);
  const { bornOn, sex } = reading ?? { bornOn: '', sex: '' };
  useEffect(() => {
    if (bornOn === '') return;
    const { draft } = store.get();
    if (textAt(draft, `people.${index}.bornOn`) === '') store.change(`people.${index}.bornOn`, bornOn);
    if (textAt(draft, `people.${index}.sex`) === '') store.change(`people.${index}.sex`, sex);
  }, [store, index, bornOn, sex]);
  const isSame = useEditing(
    (it) => textAt(it.draft, `people.${index}.bornOn`) === bornOn && textAt(it.draft, `people.${index}.sex`) === sex,
  );
  return reading !== null && isSame ? { bornOn: say('field.fromNumber'), sex: say('field.fromNumber') } : {};
}

interface PersonCardsProps {
  readonly index: number;
  readonly cards: readonly CardId[];
}

/** The cards of one person, each a paper in hand. */
export function PersonCards({ index, cards }: PersonCardsProps): ReactElement {
  const say = useWords();
  const { isSettling } = useEntryPlan();
  const filled = useFillFromNumber(index);
  return (
    <>
      {cards.map((card) => {
        const fields = fieldsOf(card, index, isSettling);
        if (fields.length === 0) return null;
        return (
          <section key={card} className="card" aria-label={say(`card.${card}`)}>
            <h2>{say(`card.${card}`)}</h2>
            <div className="fields">
              {fields.map((field) => {
                const note = filled[field.key];
                return (
                  <DraftField
                    key={field.key}
                    field={field}
                    index={index}
                    {...(note === undefined ? {} : { filled: note })}
                  />
                );
              })}
            </div>
          </section>
        );
      })}
    </>
  );
}
