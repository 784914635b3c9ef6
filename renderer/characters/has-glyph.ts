/** An unassigned code point: no font has a picture for it, so it is drawn as what the computer shows for lack of one. */
const neverDrawn = '\u{3FFFD}';
const sizePx = 24;

/** Whether some font of this computer can draw the character; where none can, the window would show an empty box. */
export function hasGlyph(character: string): boolean {
  const known = drawn.get(character) ?? drawOnce(character);
  return known !== drawOnce(neverDrawn);
}

const drawn = new Map<string, string>();

/** What drawing the text leaves on a small canvas, as a text to compare. */
function drawOnce(text: string): string {
  const before = drawn.get(text);
  if (before !== undefined) return before;
  const canvas = document.createElement('canvas');
  canvas.width = sizePx * 2;
  canvas.height = sizePx * 2;
  const context = canvas.getContext('2d');
  if (context === null) return '';
  context.font = `${sizePx}px ${getComputedStyle(document.body).fontFamily}`;
  context.fillText(text, 0, sizePx);
  const picture = canvas.toDataURL();
  drawn.set(text, picture);
  return picture;
}
