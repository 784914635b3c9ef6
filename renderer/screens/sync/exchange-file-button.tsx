import type { ReactElement } from 'react';

interface FileButtonProps {
  readonly label: string;
  readonly accept: string;
  readonly isBusy: boolean;
  readonly onFile: (file: File) => void;
}

/** Picks one file; the same one can be picked again at once. */
export function ExchangeFileButton({ label, accept, isBusy, onFile }: FileButtonProps): ReactElement {
  return (
    <label className="file-button">
      {label}
      <input
        className="visually-hidden"
        type="file"
        accept={accept}
        disabled={isBusy}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file !== undefined) onFile(file);
          event.target.value = '';
        }}
      />
    </label>
  );
}
