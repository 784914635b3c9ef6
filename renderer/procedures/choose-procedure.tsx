import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import type { DraftSubject } from '../../shared/contract/draft.ts';
import type { LookupPurpose } from '../../shared/contract/person.ts';
import type { ProcedureEntry } from '../../shared/contract/procedure.ts';
import { AddressPicker } from '../addresses/address-picker.tsx';
import { useKey } from '../keys/keys.ts';
import { useBilingual, useWords } from '../language.ts';
import { RegisterSearch } from '../people/register-search.tsx';
import { FailureLine } from '../signs/failure-line.tsx';
import { Catalogue } from './catalogue.tsx';
import { useStartCase } from './start-case.ts';

interface SubjectChoiceProps {
  readonly entry: ProcedureEntry;
  readonly onTake: (subject?: DraftSubject) => void;
  readonly onBack: () => void;
}

/** What the procedure concerns, found before the case begins, so that it begins with everything the register knows. */
function SubjectChoice({ entry, onTake, onBack }: SubjectChoiceProps): ReactElement {
  const say = useWords();
  const inLanguage = useBilingual();
  const [purpose, setPurpose] = useState<LookupPurpose>('counter');
  const { subject: kind } = entry.page;
  useKey('Esc', onBack);
  const title = `${inLanguage(entry.names)} · ${say(kind === 'none' ? 'pageStep.applicant' : `subject.${kind}`)}`;
  return (
    <section className="card catalogue" aria-label={title}>
      <div className="panel-head">
        <h2>{title}</h2>
        <span className="row">
          <Button onClick={() => onTake()}>{say('catalogue.startWithout')}</Button>
          <Button onClick={onBack}>{say('catalogue.back')}</Button>
        </span>
      </div>
      {kind === 'address' ? (
        <AddressPicker id="catalogue-subject" addressId="" onPick={(id) => onTake({ kind, id })} />
      ) : (
        <RegisterSearch
          id="catalogue-subject"
          wants={kind === 'household' ? 'household' : 'person'}
          isFocused
          purpose={purpose}
          onPurpose={setPurpose}
          onPick={(row) =>
            onTake(
              kind === 'household'
                ? { kind: 'household', id: row.householdId ?? '' }
                : { kind: 'person', id: row.personId },
            )
          }
        />
      )}
    </section>
  );
}

/** From the catalogue to an open case: the procedure, then what it concerns. */
export function ChooseProcedure({ onClose }: { onClose: () => void }): ReactElement {
  const starting = useStartCase();
  const [chosen, setChosen] = useState<ProcedureEntry | null>(null);
  const take = (entry: ProcedureEntry) => {
    if (entry.page.subject === 'none') starting.start(entry.procedure);
    else setChosen(entry);
  };
  return (
    <>
      <FailureLine error={starting.error} />
      {chosen === null ? (
        <Catalogue onTake={take} onClose={onClose} />
      ) : (
        <SubjectChoice
          entry={chosen}
          onTake={(subject) => starting.start(chosen.procedure, subject)}
          onBack={() => setChosen(null)}
        />
      )}
    </>
  );
}
