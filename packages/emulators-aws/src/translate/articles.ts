import type { Form, Language } from './dictionary.ts';

/** Whether a word stands for one certain thing or for any. */
type Article = 'definite' | 'indefinite';

/** Articles as they are written in a text, by language. */
const READ: Readonly<Record<Language, Readonly<Record<string, Article>>>> = {
  en: { the: 'definite', a: 'indefinite', an: 'indefinite' },
  es: { el: 'definite', la: 'definite', los: 'definite', las: 'definite', un: 'indefinite', una: 'indefinite' },
  fr: { le: 'definite', la: 'definite', les: 'definite', un: 'indefinite', une: 'indefinite' },
  de: { der: 'definite', die: 'definite', das: 'definite', ein: 'indefinite', eine: 'indefinite' },
};

/** Singular of the genders, then the plural; empty where a language says nothing. */
const WRITTEN: Readonly<
  Record<Language, Readonly<Record<Article, Readonly<Record<'m' | 'f' | 'n' | 'plural', string>>>>>
> = {
  en: {
    definite: { m: 'the', f: 'the', n: 'the', plural: 'the' },
    indefinite: { m: 'a', f: 'a', n: 'a', plural: '' },
  },
  es: {
    definite: { m: 'el', f: 'la', n: 'el', plural: 'los' },
    indefinite: { m: 'un', f: 'una', n: 'un', plural: 'unos' },
  },
  fr: {
    definite: { m: 'le', f: 'la', n: 'le', plural: 'les' },
    indefinite: { m: 'un', f: 'une', n: 'un', plural: 'des' },
  },
  de: {
    definite: { m: 'der', f: 'die', n: 'das', plural: 'die' },
    indefinite: { m: 'ein', f: 'eine', n: 'ein', plural: '' },
  },
};

export const readArticle = (word: string, language: Language): Article | undefined =>
  Object.hasOwn(READ[language], word) ? READ[language][word] : undefined;

/** The article of `target` before a noun, in the nominative. French joins it to a vowel: `l'hôtel`. */
export function writeArticle(article: Article, noun: Form, target: Language): string {
  if (target === 'en' && article === 'indefinite' && /^[aeiou]/.test(noun.text)) return 'an';
  if (target === 'fr' && article === 'definite' && !noun.isPlural && /^[aeiouéèêhœ]/i.test(noun.text)) return "l'";
  if (target === 'es' && noun.isPlural && noun.gender === 'f') return article === 'definite' ? 'las' : 'unas';
  return WRITTEN[target][article][noun.isPlural ? 'plural' : (noun.gender ?? 'm')];
}
