/** `王*`, `王*伟`, `欧**锋`: the first character, and the last of a name of three or more; of a single one nothing is readable. */
export function maskName(name: string): string {
  const characters = [...name];
  if (characters.length <= 1) return '*'.repeat(characters.length);
  const [first = ''] = characters;
  if (characters.length === 2) return `${first}*`;
  return `${first}${'*'.repeat(characters.length - 2)}${characters.at(-1)}`;
}

/** `138****5678`: the middle of a phone number hidden; short ones keep only the last two digits, of two and fewer none. */
export function maskPhone(phone: string): string {
  if (phone.length >= 9) return `${phone.slice(0, 3)}${'*'.repeat(phone.length - 7)}${phone.slice(-4)}`;
  return phone.length <= 2 ? '*'.repeat(phone.length) : `${'*'.repeat(phone.length - 2)}${phone.slice(-2)}`;
}
