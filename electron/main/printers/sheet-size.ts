const pointsPerMm = 72 / 25.4;
const namedSizes = { A4: [210, 297], A5: [148, 210], A3: [297, 420] } as const;
const toleranceMm = 1;

/** Size of the first sheet of a PDF in whole millimetres, or null when it names none in plain text. */
export function findSheetSize(pdf: Uint8Array): { readonly widthMm: number; readonly heightMm: number } | null {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const box = /\/MediaBox\s*\[\s*([-\d.]+)\s+([-\d.]+)\s+([-\d.]+)\s+([-\d.]+)\s*\]/.exec(text);
  if (!box) return null;
  const [left, bottom, right, top] = box.slice(1).map(Number);
  if (left === undefined || bottom === undefined || right === undefined || top === undefined) return null;
  return { widthMm: Math.round((right - left) / pointsPerMm), heightMm: Math.round((top - bottom) / pointsPerMm) };
}

/** The size as CUPS calls it: a known name, else `Custom.<width>x<height>mm`. */
export function mediaName(pdf: Uint8Array): string | null {
  const size = findSheetSize(pdf);
  if (!size) return null;
  const isNear = (mm: number, other: number) => Math.abs(mm - other) <= toleranceMm;
  for (const [name, [width, height]] of Object.entries(namedSizes))
    if (isNear(size.widthMm, width) && isNear(size.heightMm, height)) return name;
  return `Custom.${size.widthMm}x${size.heightMm}mm`;
}
