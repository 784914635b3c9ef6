import { Button, Input } from 'antd';
import { type ReactElement, useId, useState } from 'react';
import { type DuplicateFinding, DuplicateOutcome } from '../../shared/contract/duplicate.ts';
import type { InputOf } from '../../shared/contract/index.ts';
import { useMayCall } from '../frame/session.ts';
import { useWords } from '../language.ts';
import { refresh, useAct } from '../queries.ts';
import { FailureLine } from '../signs/failure-line.tsx';
import { moment } from '../signs/moments.ts';

export type About = InputOf<'duplicate.record'>['about'];

function FindingLine({ finding }: { finding: DuplicateFinding | null }): ReactElement {
  const say = useWords();
  if (finding === null) return <p className="quiet">{say('duplicate.notYet')}</p>;
  const { at, by, note, outcome } = finding;
  const params = { at: moment(at), by, note, outcome: say(`duplicateOutcome.${outcome}`) };
  return <p>{say(note === '' ? 'duplicate.recorded' : 'duplicate.recordedNote', params)}</p>;
}

interface OutcomeButtonsProps {
  readonly about: About;
  readonly otherId: string;
  readonly finding: DuplicateFinding | null;
  readonly onRecorded: () => void;
}

/** What was recorded of two people, and how it is recorded anew. */
export function OutcomeButtons({ about, otherId, finding, onRecorded }: OutcomeButtonsProps): ReactElement {
  const say = useWords();
  const may = useMayCall();
  const noteId = useId();
  const [note, setNote] = useState('');
  const record = useAct('duplicate.record');
  const choose = (outcome: DuplicateOutcome) =>
    record.mutate(
      { about, otherId, outcome, note },
      {
        onSuccess: () => {
          refresh('duplicate.find');
          onRecorded();
        },
      },
    );
  return (
    <div className="outcome">
      <FindingLine finding={finding} />
      {may('duplicate.record') ? (
        <div className="row">
          <label htmlFor={noteId}>{say('duplicate.note')}</label>
          <Input
            id={noteId}
            className="outcome-note"
            maxLength={200}
            placeholder={say('duplicate.noteHint')}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          {DuplicateOutcome.options.map((outcome) => (
            <Button key={outcome} loading={record.isPending} onClick={() => choose(outcome)}>
              {say(`duplicateOutcome.${outcome}`)}
            </Button>
          ))}
        </div>
      ) : (
        <p className="quiet">{say('duplicate.officersOnly')}</p>
      )}
      <FailureLine error={record.error} />
    </div>
  );
}
