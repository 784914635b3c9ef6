import { Select } from 'antd';
import type { ReactElement } from 'react';
import type { StockRow } from '../../../shared/contract/stock.ts';
import { FieldRow } from '../../fields/field-row.tsx';
import { useBilingual, useWords } from '../../language.ts';

interface FormChoiceProps {
  readonly id: string;
  readonly rows: readonly StockRow[];
  readonly value: string;
  readonly onChange: (form: string) => void;
}

/** Chooses one of the papers that are numbered stock. */
export function FormChoice({ id, rows, value, onChange }: FormChoiceProps): ReactElement {
  const say = useWords();
  const inLanguage = useBilingual();
  return (
    <FieldRow id={id} label={say('stock.form')}>
      <Select
        id={id}
        showSearch={{ optionFilterProp: 'label' }}
        value={value}
        onChange={onChange}
        options={rows.map(({ form, title }) => ({ value: form, label: inLanguage(title) }))}
      />
    </FieldRow>
  );
}
