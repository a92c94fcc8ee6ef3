/** Terms that are words of every sentence too, or mean something else as often: a wrong link is worse than none. */
const EVERYDAY = new Set([
  'bias',
  'certification',
  'feature',
  'label',
  'model',
  'parameter',
  'renewal',
  'shard',
  'streaming',
  'trace',
  'training',
]);

/**
 * How a term of the glossary is written in a text: without what stands in parentheses, each of "a and b" or "a, b",
 * and an abbreviation in parentheses by itself.
 */
export function namesOf(term: string): readonly string[] {
  const [, before = term, inside = ''] = /^(.*?)\s*\((.*)\)$/.exec(term) ?? [];
  const names = [before, ...before.split(/ and |, /), ...(isAbbreviation(inside) ? [inside] : [])];
  return [...new Set(names)].filter((name) => name.length > 1 && !EVERYDAY.has(name.toLowerCase()));
}

const isAbbreviation = (text: string): boolean => /^[A-Z][A-Za-z0-9/-]{1,6}$/.test(text) && /[A-Z].*[A-Z]/.test(text);
