import { type Token, tokenize } from '../comprehend/tokens.ts';
import { readArticle, writeArticle } from './articles.ts';
import { type Dictionary, dictionary, type Form, type Language } from './dictionary.ts';

/** Words of the longest phrase in the dictionary. */
const LONGEST = 5;

/**
 * Translates word by word, the longest known phrase first. Unknown words, spaces and punctuation stay; articles follow
 * the noun after them. There is no grammar beyond that.
 */
export function translateWords(text: string, source: Language, target: Language): string {
  if (source === target) return text;
  const words = dictionary(source, target);
  const tokens = tokenize(text);
  let translated = '';
  let end = 0;
  for (let at = 0; at < tokens.length; ) {
    const { text: written, next } = translateAt(tokens, at, { text, words, source, target });
    translated += text.slice(end, tokens[at]?.start) + written;
    end = tokens[next - 1]?.end ?? end;
    if (/^l'$/i.test(written) || written === '') end += text[end] === ' ' ? 1 : 0;
    at = next;
  }
  return translated + text.slice(end);
}

interface Task {
  readonly text: string;
  readonly words: Dictionary;
  readonly source: Language;
  readonly target: Language;
}

function translateAt(tokens: readonly Token[], at: number, task: Task): { text: string; next: number } {
  const token = tokens[at];
  if (!token) return { text: '', next: at + 1 };
  const phrase = findPhrase(tokens, at, task);
  if (phrase && phrase.next > at + 1) return { text: inCaseOf(token, phrase.form, task), next: phrase.next };
  const article = readArticle(token.lower, task.source);
  const noun = article && nounAfter(tokens, at, task);
  if (noun) return { text: likeCase(token, writeArticle(article, noun, task.target)), next: at + 1 };
  return { text: phrase ? inCaseOf(token, phrase.form, task) : token.text, next: at + 1 };
}

function findPhrase(
  tokens: readonly Token[],
  at: number,
  { text, words }: Task,
): { readonly form: Form; readonly next: number } | undefined {
  for (let next = Math.min(tokens.length, at + LONGEST); next > at; next--) {
    const key = text
      .slice(tokens[at]?.start, tokens[next - 1]?.end)
      .toLowerCase()
      .replaceAll('’', "'");
    const form = words.get(key);
    if (form) return { form, next };
  }
  return undefined;
}

/** The noun an article belongs to: one of the next words, with nothing but words known between. */
function nounAfter(tokens: readonly Token[], at: number, task: Task): Form | undefined {
  for (let next = at + 1; next <= at + 2; next++) {
    const form = findPhrase(tokens, next, task)?.form;
    if (form?.gender !== undefined || (form && task.target === 'en')) return form;
    if (!form) return undefined;
  }
  return undefined;
}

/** German nouns have their capital to themselves; all other words take the capitals of what they stand for. */
function inCaseOf(token: Token, form: Form, { source, target, text }: Task): string {
  if (target === 'de' && /^\p{Lu}/u.test(form.text)) return form.text;
  const isGermanNoun =
    source === 'de' && form.isNoun && /[^\s.!?]\s+$/.test(text.slice(Math.max(0, token.start - 9), token.start));
  return isGermanNoun ? form.text : likeCase(token, form.text);
}

function likeCase({ text, start }: Token, written: string): string {
  const letters = text.replaceAll(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase()) return written.toUpperCase();
  if (!/^\p{Lu}/u.test(text) || (text === 'I' && start > 0)) return written;
  return written.charAt(0).toUpperCase() + written.slice(1);
}
