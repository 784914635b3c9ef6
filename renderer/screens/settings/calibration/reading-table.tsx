import { Input } from 'antd';
import type { ReactElement } from 'react';
import type { Cross } from '../../../../shared/domain/test-sheet.ts';
import { goOnWithEnter } from '../../../keys/focus.ts';
import { useWords } from '../../../language.ts';
import { continuousSheets, fieldName, isMalformed, laterCrosses, type Typed } from './readings.ts';

interface ReadingTableProps {
  readonly crosses: readonly Cross[];
  readonly typed: Typed;
  readonly isContinuous: boolean;
  /** The box whose number is probably mistyped. */
  readonly suspect: string | null;
  readonly onType: (name: string, text: string) => void;
}

/** A box for each number of the ruler, in the order in which the sheet is measured; Enter goes on. */
export function ReadingTable(props: ReadingTableProps): ReactElement {
  const say = useWords();
  const { crosses, isContinuous } = props;
  const laterWords = say('calibration.laterSheet', { sheet: continuousSheets });
  return (
    <fieldset onKeyDown={goOnWithEnter} aria-label={say('calibration.readings')}>
      <table className="calibration-readings">
        <thead>
          <tr>
            <td />
            <th scope="col">{say('calibration.right')}</th>
            <th scope="col">{say('calibration.down')}</th>
            {isContinuous ? <th scope="col">{laterWords}</th> : null}
          </tr>
        </thead>
        <tbody>
          {crosses.map((cross) => (
            <tr key={cross.number}>
              <th scope="row">{say('calibration.cross', { number: cross.number })}</th>
              <td>
                <ReadingBox {...props} sheet={1} cross={cross} axis="x" />
              </td>
              <td>
                <ReadingBox {...props} sheet={1} cross={cross} axis="y" />
              </td>
              {isContinuous && laterCrosses.includes(cross.number) ? (
                <td>
                  <ReadingBox {...props} sheet={continuousSheets} cross={cross} axis="y" />
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  );
}

interface ReadingBoxProps extends ReadingTableProps {
  readonly sheet: number;
  readonly cross: Cross;
  readonly axis: 'x' | 'y';
}

function ReadingBox({ sheet, cross, axis, typed, suspect, onType }: ReadingBoxProps): ReactElement {
  const say = useWords();
  const name = fieldName(sheet, cross.number, axis);
  const text = typed[name] ?? '';
  const isWrong = isMalformed(text) || suspect === name;
  const words = { number: cross.number, sheet };
  const label = sheet > 1 ? 'calibration.laterOf' : (`calibration.${axis === 'x' ? 'right' : 'down'}Of` as const);
  return (
    <>
      <Input
        className="numbers"
        inputMode="decimal"
        autoComplete="off"
        aria-label={say(label, words)}
        aria-invalid={isWrong}
        {...(isWrong && { status: 'error' })}
        value={text}
        onChange={(event) => onType(name, event.target.value)}
      />
      <span className="quiet numbers">
        {isMalformed(text)
          ? say('calibration.malformed')
          : say('calibration.should', { mm: axis === 'x' ? cross.xMm : cross.yMm })}
      </span>
    </>
  );
}
