import { lexiconLines, once } from '../comprehend/lexicons.ts';

/** Languages between which words are translated, in the order of the table's columns. */
export const LANGUAGES = ['en', 'es', 'fr', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

export const isLanguage = (code: string): code is Language => LANGUAGES.some((language) => language === code);

export type Gender = 'm' | 'f' | 'n';

/** A word or phrase in one language. */
export interface Form {
  readonly text: string;
  readonly gender: Gender | undefined;
  readonly isPlural: boolean;
  /** Nouns are what German writes with a capital. */
  readonly isNoun: boolean;
}

/** What a text in lower case is in another language. */
export type Dictionary = ReadonlyMap<string, Form>;

interface Cell {
  readonly text: string;
  readonly gender: Gender | undefined;
  /** Undefined for a word that has none, and for all that are no nouns. */
  readonly plural: string | undefined;
}

const rows = once((): readonly (readonly Cell[])[] =>
  lexiconLines('translations.tsv').map((line) => {
    const [english = '', ...others] = line.split('\t');
    const cells = others.map((cell, at) => cellOf(cell, LANGUAGES[at + 1] ?? 'en'));
    const isNoun = cells.some(({ gender }) => gender !== undefined);
    const plural = isNoun && english !== 'data' ? englishPlural(english) : undefined;
    return [{ text: english, gender: undefined, plural }, ...cells];
  }),
);

function cellOf(cell: string, language: Language): Cell {
  const [text = '', gender, plural] = cell.split(':');
  if (gender !== 'm' && gender !== 'f' && gender !== 'n') return { text, gender: undefined, plural: undefined };
  if (language === 'de') return { text, gender, plural: plural === '-' ? undefined : plural };
  return { text, gender, plural: language === 'es' ? spanishPlural(text) : frenchPlural(text) };
}

const IRREGULAR: Readonly<Record<string, string>> = {
  man: 'men',
  woman: 'women',
  child: 'children',
  person: 'people',
  life: 'lives',
  fish: 'fish',
};

function englishPlural(noun: string): string {
  if (IRREGULAR[noun]) return IRREGULAR[noun];
  if (/[^aeiou]y$/.test(noun)) return noun.replace(/y$/, 'ies');
  return /(?:s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

/** Accents on the last syllable go with the new one: `avión`, `aviones`. */
function spanishPlural(noun: string): string {
  if (/[aeiouéá]$/.test(noun)) return `${noun}s`;
  if (/s$/.test(noun) && !/[áéíóú]s$/.test(noun)) return noun === 'mes' ? 'meses' : noun === 'país' ? 'países' : noun;
  const plain = noun.replace(/[áéíóú](?=[ns]$)/, (letter) => letter.normalize('NFD').charAt(0));
  return noun === 'país' ? 'países' : `${plain.replace(/z$/, 'c')}es`;
}

function frenchPlural(noun: string): string {
  if (noun === 'œil') return 'yeux';
  if (/ de /.test(noun)) return noun.replace(/^\S+/, (first) => `${first}s`);
  if (/(?:s|x|z)$/.test(noun)) return noun;
  if (/(?:eau|eu)$/.test(noun)) return `${noun}x`;
  return /(?:al|ail)$/.test(noun) ? noun.replace(/(?:al|ail)$/, 'aux') : `${noun}s`;
}

const made = new Map<string, Dictionary>();

/**
 * Words of one language with what they are in another; made on first use. The first of several meanings counts, that of
 * a word before that of a phrase: Spanish `es` is `is` before it is `it is`.
 */
export function dictionary(source: Language, target: Language): Dictionary {
  const key = `${source}-${target}`;
  const known = made.get(key);
  if (known) return known;
  const words = new Map<string, Form>();
  const wordCount = ([english]: readonly Cell[]) => english?.text.split(' ').length ?? 0;
  for (const row of [...rows()].sort((a, b) => wordCount(a) - wordCount(b))) {
    const isNoun = row.some(({ gender }) => gender !== undefined);
    const [from, to] = [row[LANGUAGES.indexOf(source)], row[LANGUAGES.indexOf(target)]];
    if (!from || !to) continue;
    addForm(words, from.text, { text: to.text, gender: to.gender, isPlural: false, isNoun });
    if (from.plural !== undefined && to.plural !== undefined) {
      addForm(words, from.plural, { text: to.plural, gender: to.gender, isPlural: true, isNoun });
    }
  }
  made.set(key, words);
  return words;
}

function addForm(words: Map<string, Form>, from: string, form: Form): void {
  const lower = from.toLowerCase();
  if (!words.has(lower)) words.set(lower, form);
}
