/** Numbers in words, as years of experience are written. */
const WORDS = `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
  seventeen eighteen nineteen twenty`.split(/\s+/);

export const NUMBER_WORDS: string = WORDS.slice(1).join(' ');

/** A number of at most two digits or in words, perhaps repeated in parentheses: "five (5)". */
export const NUMBER: string = String.raw`(\d{1,2}(?:\.\d)?|${WORDS.slice(1).join('|')})(?:\s*\(\s*\d{1,2}(?:\s*[-–]\s*\d{1,2})?\s*\+?\s*\))?`;

export function numberOf(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  const number = Number(written);
  if (!Number.isNaN(number)) return number;
  const word = WORDS.indexOf(written.toLowerCase());
  return word >= 0 ? word : number;
}
