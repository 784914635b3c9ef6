import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useWords } from '../language.ts';
import { openCharacterPicker } from './picker-target.ts';

/** Opens the picker for the field beside it. Out of the way of Enter and Tab; the keyboard has Shift+F4. */
export function CharacterButton({ fieldId }: { fieldId: string }): ReactElement {
  const say = useWords();
  return (
    <Button
      type="text"
      size="small"
      tabIndex={-1}
      title={say('characters.openKey')}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => openCharacterPicker(fieldId)}
    >
      {say('characters.open')}
    </Button>
  );
}
