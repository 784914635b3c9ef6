import { Button, Radio } from 'antd';
import { type ReactElement, useState } from 'react';
import type { ConflictField, ConflictRecord } from '../../../shared/contract/conflict.ts';
import type { Side } from '../../../shared/register/three-sides.ts';
import { useWords } from '../../language.ts';
import { useRecordFieldName, useRecordValue } from '../../register/record-field.ts';
import {
  isChangedHere,
  isLeftOut,
  isSentWhole,
  listDifferent,
  type Picks,
  pickField,
  pickRecord,
  sideOf,
} from './picks.ts';

interface RecordCardProps {
  readonly record: ConflictRecord;
  readonly picks: Picks;
  readonly onPick: (picks: Picks) => void;
}

function changedBy(field: ConflictField): 'clash' | 'oursOnly' | 'theirsOnly' {
  if (field.isClash) return 'clash';
  return isChangedHere(field) ? 'oursOnly' : 'theirsOnly';
}

/** One field with its three versions, and which of them is kept. */
function FieldLine({ record, field: it, picks, onPick }: RecordCardProps & { field: ConflictField }): ReactElement {
  const say = useWords();
  const nameOf = useRecordFieldName();
  const wordsOf = useRecordValue();
  const name = nameOf({ kind: record.kind, field: it.field });
  const shown = (value: string | null) => wordsOf({ kind: record.kind, field: it.field }, value);
  const side = sideOf(picks, record, it);
  const mark = (of: Side) => (it.isDifferent && side === of ? 'conflict-kept' : undefined);
  return (
    <tr className={it.isClash ? 'compare-different' : undefined}>
      <th scope="row">{name}</th>
      <td className="quiet">{shown(it.base)}</td>
      <td className={mark('ours')}>{shown(it.ours)}</td>
      <td className={mark('theirs')}>{shown(it.theirs)}</td>
      <td>
        {it.isDifferent ? (
          <Radio.Group
            name={`keep-${record.id}-${it.field}`}
            aria-label={`${say('conflict.keep')} ${record.subject} ${name}`}
            value={side}
            onChange={(event) => onPick(pickField(picks, record, it.field, event.target.value))}
          >
            <Radio value="ours">{say('conflict.ours')}</Radio>
            <Radio value="theirs">{say('conflict.theirs')}</Radio>
          </Radio.Group>
        ) : null}
      </td>
      <td className="quiet">{it.isDifferent ? say(`conflict.${changedBy(it)}`) : null}</td>
    </tr>
  );
}

function WholeRecord({ record, picks, onPick }: RecordCardProps): ReactElement | null {
  const say = useWords();
  if (isSentWhole(record))
    return (
      <Radio.Group
        name={`send-${record.id}`}
        aria-label={`${say('conflict.keep')} ${record.subject}`}
        value={isLeftOut(picks, record) ? 'theirs' : 'ours'}
        onChange={(event) => onPick(pickRecord(picks, record, event.target.value))}
      >
        <Radio value="ours">{say('conflict.sendNew')}</Radio>
        <Radio value="theirs">{say('conflict.leaveOut')}</Radio>
      </Radio.Group>
    );
  if (listDifferent(record).length === 0) return null;
  return (
    <>
      <Button size="small" onClick={() => onPick(pickRecord(picks, record, 'ours'))}>
        {say('conflict.recordOurs')}
      </Button>
      <Button size="small" onClick={() => onPick(pickRecord(picks, record, 'theirs'))}>
        {say('conflict.recordTheirs')}
      </Button>
    </>
  );
}

/** A record with what it was based on, what was made of it here and what the registry holds; what differs stands first. */
export function RecordCard(props: RecordCardProps): ReactElement {
  const { record } = props;
  const say = useWords();
  const different = listDifferent(record);
  const [isWhole, setWhole] = useState(false);
  const same = record.fields.length - different.length;
  const title = `${say(`recordKind.${record.kind}`)} ${record.subject}`;
  const shown = isWhole ? record.fields : different;
  return (
    <section className="pair" aria-label={title}>
      <div className="row">
        <h3>{title}</h3>
        {record.isHeld ? null : <span className="state tone-due">{say('conflict.isNew')}</span>}
        {record.isHeld && different.length === 0 ? <span className="quiet">{say('conflict.isSame')}</span> : null}
        <span className="top-space" />
        <WholeRecord {...props} />
      </div>
      {shown.length === 0 ? null : (
        <table className="compare conflict-table" aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{say('historyList.field')}</th>
              <th scope="col">{say('conflict.base')}</th>
              <th scope="col">{say('conflict.ours')}</th>
              <th scope="col">{say('conflict.theirs')}</th>
              <th scope="col">{say('conflict.keep')}</th>
              <th scope="col">
                <span className="visually-hidden">{say('conflict.because')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((field) => (
              <FieldLine key={field.field} {...props} field={field} />
            ))}
          </tbody>
        </table>
      )}
      {same === 0 ? null : (
        <Button type="link" size="small" onClick={() => setWhole(!isWhole)}>
          {isWhole ? say('conflict.hideSame') : say('conflict.showSame', { count: same })}
        </Button>
      )}
    </section>
  );
}
