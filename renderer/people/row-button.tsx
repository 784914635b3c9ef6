import type { ReactElement } from 'react';

interface RowButtonProps {
  readonly label: string;
  /** What it does and to whom, for those who hear the page. */
  readonly spoken: string;
  readonly onPress: () => void;
}

/** The button of a line. Fifty of the library's take longer to draw than finding the fifty people. */
export function RowButton({ label, spoken, onPress }: RowButtonProps): ReactElement {
  return (
    <button type="button" className="row-button" aria-label={spoken} onClick={onPress}>
      {label}
    </button>
  );
}
