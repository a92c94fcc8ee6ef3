import type { LexiconEntry } from '../lexicon.ts';

/** A way to write a name. */
export type Spelling = {
  readonly text: string;
  /** Whether capitals must stand as they do in `text`. */
  readonly isExact: boolean;
  readonly needs?: 'vendor' | 'list';
  /** The alias of the catalog it is made from. */
  readonly alias: string;
};

/** The aliases of a name and what people make of them: "CI / CD", "AzureDevOps", "Mongo DB", "knowledge graphs". */
export function spellingsOf({ aliases }: Pick<LexiconEntry, 'aliases'>): Spelling[] {
  const known = new Set(aliases.map(({ text }) => text.toLowerCase()));
  return aliases.flatMap(({ text, caseSensitive = false, needs }) => {
    const base = { alias: text, ...(needs === undefined ? {} : { needs }) };
    const variants = variantsOf(text, caseSensitive).filter((variant) => !known.has(variant.text.toLowerCase()));
    return [{ text, isExact: caseSensitive }, ...variants].map((variant) => ({ ...base, ...variant }));
  });
}

function variantsOf(text: string, isExact: boolean): { text: string; isExact: boolean }[] {
  const slashed = text.includes('/') ? text.replaceAll('/', ' / ') : undefined;
  return [
    { text: slashed, isExact },
    { text: closedUp(text), isExact: true },
    { text: openedUp(text), isExact: true },
    { text: pluralOf(text), isExact },
  ].flatMap((variant) => (variant.text === undefined ? [] : [{ text: variant.text, isExact: variant.isExact }]));
}

/** "Azure DevOps" → "AzureDevOps": words that all begin with a capital. */
function closedUp(text: string): string | undefined {
  const words = text.split(' ');
  const isName = words.length > 1 && words.every((word) => /^[A-Z][A-Za-z0-9]+$/.test(word));
  return isName && text.length >= 8 ? words.join('') : undefined;
}

/** Names that mean something else when they are opened up ("No SQL needed"). */
const NEVER_OPENED = new Set([
  'NoSQL',
  'ChatGPT',
  'GraphQL',
  'MySQL',
  'DataZone',
  'CodeBuild',
  'CodeDeploy',
  'CodeCommit',
]);

/** "MongoDB" → "Mongo DB": a small letter before a capital, with two letters or more on both sides. */
function openedUp(text: string): string | undefined {
  if (NEVER_OPENED.has(text) || !/^[A-Za-z]+$/.test(text)) return undefined;
  const opened = text.replace(/([A-Z][a-z]+)([A-Z][A-Za-z]+)/, '$1 $2');
  return opened === text ? undefined : opened;
}

/** Concepts, written small, may stand in the plural. */
function pluralOf(text: string): string | undefined {
  if (!/^[a-z][a-z /-]* ?[a-z]{3,}$/.test(text) || text.endsWith('s') || text.endsWith('ing')) return undefined;
  return text.endsWith('y') ? `${text.slice(0, -1)}ies` : `${text}s`;
}
