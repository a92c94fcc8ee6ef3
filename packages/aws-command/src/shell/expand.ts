import type { Script, Word } from './script.ts';

/** What words are filled with. */
export interface Surroundings {
  /** @returns undefined for a variable that is not set */
  variable(name: string): string | undefined;
  /** What the commands of `$(…)` print. */
  output(script: Script): Promise<string>;
}

/** The arguments that a word comes to: none for an empty variable, several for one with spaces. */
export async function expandWord(word: Word, surroundings: Surroundings): Promise<string[]> {
  const fields: string[] = [];
  let current: string | undefined;
  for (const part of word) {
    const text = await textOf(part, surroundings);
    if (part.isQuoted || part.kind === 'text') {
      current = (current ?? '') + text;
      continue;
    }
    const pieces = text.split(/[ \t\n]+/);
    pieces.forEach((piece, index) => {
      if (index > 0 && current !== undefined) {
        fields.push(current);
        current = undefined;
      }
      if (piece !== '') current = (current ?? '') + piece;
    });
  }
  return current === undefined ? fields : [...fields, current];
}

/** As one text, never split: assignments, file names, lines of `<<EOF`. */
export async function expandText(word: Word, surroundings: Surroundings): Promise<string> {
  const texts: string[] = [];
  for (const part of word) texts.push(await textOf(part, surroundings));
  return texts.join('');
}

async function textOf(part: Word[number], surroundings: Surroundings): Promise<string> {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'variable':
      return surroundings.variable(part.name) || part.fallback;
    case 'command':
      return (await surroundings.output(part.script)).replace(/\n+$/, '');
  }
}

/** As what `case` compares with: unquoted `*`, `?` and `[…]` stand for others. */
export async function expandPattern(word: Word, surroundings: Surroundings): Promise<RegExp> {
  const pieces: string[] = [];
  for (const part of word) {
    const text = await textOf(part, surroundings);
    pieces.push(part.isQuoted ? escaped(text) : text.replace(/\*|\?|\[!?[^\]]+\]|[^*?[]+|\[/g, globbed));
  }
  return new RegExp(`^${pieces.join('')}$`, 's');
}

function globbed(piece: string): string {
  if (piece === '*') return '.*';
  if (piece === '?') return '.';
  if (!/^\[.+\]$/.test(piece)) return escaped(piece);
  return piece.replace(/^\[!/, '[^').replaceAll('\\', '\\\\');
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
