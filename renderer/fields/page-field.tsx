import type { ReactElement } from 'react';
import type { PageField } from '../../shared/contract/procedure.ts';
import { isWideField, kindOfPageField, pagePath } from '../case/page-fields.ts';
import { useBilingual, useLanguage } from '../language.ts';
import { asLabel } from '../words/label.ts';
import { BoundField } from './bound-field.tsx';

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
    />
  );
}
