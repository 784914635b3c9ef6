import { useEffect, useState } from 'react';

/** The address of a picture's bytes while it is shown; null until they are read. */
export function usePictureUrl(
  picture: { readonly image: Uint8Array; readonly kind: string } | undefined,
): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (picture === undefined) return;
    const made = URL.createObjectURL(new Blob([new Uint8Array(picture.image)], { type: picture.kind }));
    setUrl(made);
    return () => {
      URL.revokeObjectURL(made);
      setUrl(null);
    };
  }, [picture]);
  return url;
}
