import type { Form, TextStyle } from '../../../shared/domain/form.ts';

/** A style with nothing left open. */
export type FullStyle = Required<TextStyle>;

/** A box's settings that a style is resolved from. */
export type Styled = TextStyle & { style?: string | undefined };

const plainStyle: FullStyle = {
  font: 'song',
  sizePt: 10.5,
  shrinkToPt: 10.5,
  align: 'left',
  valign: 'middle',
  wrap: 'last',
  letterSpacingPt: 0,
  lineHeight: 1.3,
  paddingMm: 0.8,
  indentEm: 0,
  grey: 0,
};

/**
 * The style of a box: its own settings over its named style, over what its kind starts from, over the form's.
 * Words shrink only where one of these says `shrinkToPt`.
 */
export function resolveStyle(form: Form, box: Styled, kindStyle: TextStyle = {}): FullStyle {
  const named = box.style === undefined ? {} : form.styles[box.style];
  const style = { ...plainStyle, shrinkToPt: Number.POSITIVE_INFINITY };
  for (const layer of [form.style, kindStyle, named ?? {}, box]) putOver(style, layer);
  return { ...style, shrinkToPt: Math.min(style.shrinkToPt, style.sizePt) };
}

const settings = Object.keys(plainStyle) as (keyof TextStyle)[];

function putOver(style: FullStyle, layer: TextStyle): void {
  for (const key of settings) if (layer[key] !== undefined) Object.assign(style, { [key]: layer[key] });
}
