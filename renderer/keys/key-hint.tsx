import type { ReactElement } from 'react';
import type { KeyName } from './keys.ts';

/** The key of a control, written on it. */
export function KeyHint({ name }: { name: KeyName }): ReactElement {
  return <kbd className="key-hint">{name}</kbd>;
}
