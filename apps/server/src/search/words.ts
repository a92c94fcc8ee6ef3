/** Letters that Unicode does not take apart into a letter and an accent. */
const WHOLE_LETTERS: Readonly<Record<string, string>> = { ø: 'o', ß: 's', ł: 'l', ı: 'i' };

/** Lower case without accents, as `search_vector` in the database folds what it indexes. */
export function folded(text: string): string {
  const plain = text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
  return plain.replace(/[øßłı]/g, (letter) => WHOLE_LETTERS[letter] ?? letter);
}

/** Words in folded form; whatever is no letter or digit stands between words. */
export function wordsIn(text: string): readonly string[] {
  return folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Markdown as somebody would read it aloud: no marks, no addresses of links, no drawings. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/^```[^\n]*\n[\s\S]*?^```/gm, ' ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*[|:\s-]+$/gm, ' ')
    .replace(/^\s*(?:#{1,6}|>|[-+*]|\d+\.)\s+/gm, '')
    .replace(/\*+|`+|\|/g, ' ')
    .replace(/[\s\uE000\uE001]+/g, ' ')
    .replace(/ ([.,;:!?)])/g, '$1')
    .trim();
}
