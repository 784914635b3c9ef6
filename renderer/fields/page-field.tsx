import type { ReactElement } from 'react';
import type { PageField } from '../../shared/contract/procedure.ts';
import { isWideField, kindOfPageField, pagePath } from '../case/page-fields.ts';
import { presentValue } from '../case/present-values.ts';
import { useSubject } from '../case/subject.ts';
import { useBilingual, useLanguage, useWords } from '../language.ts';
import { asLabel } from '../words/label.ts';
import { BoundField } from './bound-field.tsx';
import { partsOf, showValue } from './kinds.ts';

/** What the register has of the person now, so that it need not be looked up to be changed. */
function Present({ field }: { field: PageField }): ReactElement | null {
  const say = useWords();
  const language = useLanguage();
  const { person } = useSubject();
  const value = presentValue(person, field.key);
  if (value === '') return null;
  const kind = kindOfPageField(field);
  const { Words } = partsOf(kind);
  return (
    <p className="field-hint">
      {say('page.present')}
      {Words === undefined ? showValue(kind, value, { language, say }) : <Words value={value} />}
    </p>
  );
}

/** One field of a procedure's own page, named by the policy pack. */
export function PageFieldRow({ field }: { field: PageField }): ReactElement {
  const inLanguage = useBilingual();
  const language = useLanguage();
  const kind = kindOfPageField(field);
  return (
    <BoundField
      path={pagePath(field.key)}
      field={kind}
      label={asLabel(inLanguage(field.names), language)}
      hint={field.hint === null ? undefined : asLabel(inLanguage(field.hint), language)}
      isWide={isWideField(kind.kind)}
      isOptional={!field.isRequired}
      present={<Present field={field} />}
    />
  );
}
