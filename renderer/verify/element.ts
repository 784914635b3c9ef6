type Child = Node | string;

/** A new element with its attributes and children; text is always text, never markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** A button that does something when it is pressed. */
export function button(id: string, text: string, press: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', id }, text);
  made.addEventListener('click', press);
  return made;
}

/** A button that opens a file; the same file may be chosen again. */
export function fileButton(id: string, text: string, accept: string, take: (file: File) => void): HTMLLabelElement {
  const input = element('input', { type: 'file', id, accept });
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file) take(file);
    input.value = '';
  });
  return element('label', { class: 'file' }, text, input);
}
