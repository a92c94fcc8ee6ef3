import type { Cursor } from './parse-words.ts';
import { type Branch, type Case, type Compound, type Script, ScriptFault, type Word } from './script.ts';

const KEYWORDS = new Set(
  'for while until if then else elif fi case esac function select do done [[ { } ! time'.split(' '),
);

export const isKeyword = (word: string): boolean => KEYWORDS.has(word);

/** What stands around commands is read with, from the place of its first word on. */
export interface CompoundReader {
  readonly cursor: Cursor;
  word(): Word;
  /** Commands up to one of these words. */
  body(stops: readonly string[]): { readonly script: Script; readonly stop: string };
}

/** Reads a loop or the like, whose first word is read already. */
export function readCompound(keyword: string, reader: CompoundReader): Compound {
  switch (keyword) {
    case 'for':
      return readFor(reader);
    case 'while':
    case 'until':
      return { kind: keyword, condition: reader.body(['do']).script, body: reader.body(['done']).script };
    case 'if':
      return readIf(reader);
    case 'case':
      return readCase(reader);
    case '{':
      return { kind: 'group', body: reader.body(['}']).script };
    default:
      throw new ScriptFault(
        'refused',
        `"${keyword}" is not known here, or nothing stands before it that it could belong to.`,
      );
  }
}

function readFor({ cursor, word, body }: CompoundReader): Compound {
  const name = cursor.take(/[ \t]+([A-Za-z_]\w*)\s+in(?=\s)/y)?.[1];
  if (name === undefined) throw faultAt(cursor, 'A for loop reads: for NAME in WORDS; do COMMANDS; done.');
  const words: Word[] = [];
  while (!cursor.take(/(?:[ \t]|\\\n)*[;\n]/y)) {
    cursor.take(/(?:[ \t]|\\\n)*/y);
    const next = word();
    if (next.length === 0) throw faultAt(cursor, 'After the words of a for loop come ; and do.');
    words.push(next);
  }
  if (!cursor.take(/(?:\s|#[^\n]*\n)*do(?=\s)/y)) throw faultAt(cursor, 'After the words of a for loop comes do.');
  return { kind: 'for', name, words, body: body(['done']).script };
}

function readIf({ body }: CompoundReader): Compound {
  const branches: Branch[] = [];
  for (;;) {
    const condition = body(['then']).script;
    const { script, stop } = body(['elif', 'else', 'fi']);
    branches.push({ condition, body: script });
    if (stop === 'fi') return { kind: 'if', branches, otherwise: [] };
    if (stop === 'else') return { kind: 'if', branches, otherwise: body(['fi']).script };
  }
}

function readCase({ cursor, word, body }: CompoundReader): Compound {
  cursor.take(/[ \t]+/y);
  const of = word();
  if (of.length === 0 || !cursor.take(/\s+in(?=\s)/y)) {
    throw faultAt(cursor, 'A case reads: case WORD in PATTERN) COMMANDS ;; esac.');
  }
  const cases: Case[] = [];
  for (;;) {
    cursor.take(/\s*(?:#[^\n]*\n\s*)*/y);
    if (cursor.take(/esac(?![\w-])/y)) return { kind: 'case', word: of, cases };
    const patterns = readPatterns({ cursor, word });
    const { script, stop } = body([';;', 'esac']);
    cases.push({ patterns, body: script });
    if (stop === 'esac') return { kind: 'case', word: of, cases };
  }
}

function readPatterns({ cursor, word }: Pick<CompoundReader, 'cursor' | 'word'>): Word[] {
  cursor.take(/\([ \t]*/y);
  const patterns = [word()];
  while (cursor.take(/[ \t]*\|[ \t]*/y)) patterns.push(word());
  const isWhole = patterns.every((pattern) => pattern.length > 0) && cursor.take(/[ \t]*\)/y) !== undefined;
  if (!isWhole) throw faultAt(cursor, 'A pattern of a case ends with ).');
  return patterns;
}

/** What is missing at the end of the text may still come. */
function faultAt(cursor: Cursor, message: string): ScriptFault {
  const isOver = /^\s*$/.test(cursor.text.slice(cursor.at));
  return new ScriptFault(isOver ? 'incomplete' : 'refused', message);
}
