/** Numbers, money and days in words, in one place so that every page says them alike. */

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `2026-11-21` as "21 November 2026". */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

export function usd(amount: number): string {
  return amount === 0 ? 'free' : `USD ${amount.toLocaleString('en')}`;
}

/** "a, b and c". */
export function listed(words: readonly string[]): string {
  if (words.length <= 1) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** "1 week", "3 weeks". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** The name with its code, unless the name says it already. */
export function titled({ name, code }: { readonly name: string; readonly code: string }): string {
  return name.includes(code) ? name : `${name} (${code})`;
}

export const VENDORS = { aws: 'AWS', microsoft: 'Microsoft' } as const;

/** `foundational` as "Foundational". */
export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
