import { isKeyword, readCompound } from './parse-compound.ts';
import { Cursor, WordReader } from './parse-words.ts';
import {
  type Input,
  type ParsedScript,
  type Redirect,
  type Script,
  ScriptFault,
  type ShellCommand,
  type Step,
  type Word,
} from './script.ts';

const LONGEST = 1024 * 1024;
const DEEPEST = 20;
const REDIRECT = /([12]?)>(>?)(?:&([12]))?|&>(>?)/y;
const HEREDOC = /<<(-?)[ \t]*(?:'([^'\n]+)'|"([^"\n]+)"|([^\s;&|<>()'"]+))/y;
const ASSIGNMENT = /([A-Za-z_][A-Za-z0-9_]*)=/y;

/** Reads commands as a POSIX shell does: quotes, variables, `$(…)`, pipes, loops, redirections into files, `<<EOF`. */
export function parseCommandLine(text: string): ParsedScript {
  if (text.length > LONGEST) {
    return { kind: 'refused', message: 'The text is longer than 1 MiB: put the data into a file.' };
  }
  try {
    return { kind: 'script', script: new ScriptParser(new Cursor(text), 0).parse('') };
  } catch (error) {
    if (error instanceof ScriptFault) return { kind: error.kind, message: error.message };
    throw error;
  }
}

type Draft = {
  -readonly [Key in keyof ShellCommand]: ShellCommand[Key] extends readonly (infer One)[] ? One[] : ShellCommand[Key];
};
type Document = { readonly end: string; readonly isIndented: boolean; readonly isPlain: boolean; readonly of: Draft };
type Close = '' | ')' | '`';

class ScriptParser {
  readonly #cursor: Cursor;
  readonly #depth: number;
  /** Words that end this script, as `done` ends that of a loop. */
  readonly #stops: readonly string[];
  readonly #steps: Step[] = [];
  #stopped: string | undefined;
  #draft: Draft = emptyDraft();
  /** Commands of this step whose output goes on. */
  #pipeline: ShellCommand[] = [];
  #after: Step['after'] = 'always';
  /** Of this line: their lines follow it. */
  #documents: Document[] = [];

  constructor(cursor: Cursor, depth: number, stops: readonly string[] = []) {
    this.#cursor = cursor;
    this.#depth = depth;
    this.#stops = stops;
    if (depth > DEEPEST) throw new ScriptFault('refused', `More than ${DEEPEST} commands stand in one another.`);
  }

  /** Up to `close`, which it takes; to the end of the text for ''. */
  parse(close: Close): Script {
    this.#readUntil(close);
    if (close !== '' && this.#cursor.isOver) {
      const opened = close === ')' ? '$(' : '`';
      throw new ScriptFault('incomplete', `A command in ${opened} is still open: close it, or go on.`);
    }
    this.#cursor.at += close.length;
    return this.#finish();
  }

  /** Up to one of the words that end it, which it takes. */
  parseBody(close: Close): { readonly script: Script; readonly stop: string } {
    this.#readUntil(close);
    const stop = this.#stopped;
    if (stop === undefined) {
      throw new ScriptFault('incomplete', `Something is still open: it ends with ${this.#stops.join(' or ')}.`);
    }
    return { script: this.#finish(), stop };
  }

  #readUntil(close: Close): void {
    const cursor = this.#cursor;
    while (!cursor.isOver && this.#stopped === undefined && !(close !== '' && cursor.peek() === close)) {
      this.#token(close);
    }
  }

  #finish(): Script {
    this.#endCommand('always');
    if (this.#documents.length > 0) this.#readDocuments();
    if (this.#after !== 'always') throw new ScriptFault('incomplete', 'A command is expected after && or ||.');
    return this.#steps;
  }

  #token(close: Close): void {
    const cursor = this.#cursor;
    const character = cursor.peek();
    if (character === ' ' || character === '\t' || character === '\r') cursor.at += 1;
    else if (cursor.starts('\\\n')) cursor.at += 2;
    else if (character === '#') cursor.take(/[^\n]*/y);
    else if (character === '\n') this.#endLine();
    else if (!this.#operator() && !this.#redirect(close)) this.#word(close);
  }

  #endLine(): void {
    this.#cursor.at += 1;
    const isAwaited = this.#after !== 'always' || this.#pipeline.length > 0;
    if (!isAwaited || !isEmpty(this.#draft)) this.#endCommand('always');
    this.#readDocuments();
  }

  #operator(): boolean {
    const found = this.#cursor.take(/&&|\|\||;;|;|\|&?|&(?!>)|\(|\)/y)?.[0];
    if (found === undefined) return false;
    if (found === ';') this.#endCommand('always');
    else if (found === '&&') this.#endCommand('success');
    else if (found === '||') this.#endCommand('failure');
    else if (found === '|') this.#pipe();
    else if (found === ';;' && this.#stops.includes(found)) this.#stopped = found;
    else throw new ScriptFault('refused', refusal(found));
    return true;
  }

  #pipe(): void {
    if (isEmpty(this.#draft)) throw new ScriptFault('refused', 'There is no command before |.');
    this.#pipeline.push(this.#draft);
    this.#draft = emptyDraft();
  }

  #endCommand(next: Step['after']): void {
    if (!isEmpty(this.#draft)) {
      this.#steps.push({ pipeline: [...this.#pipeline, this.#draft], after: this.#after });
    } else if (this.#pipeline.length > 0) throw new ScriptFault('incomplete', 'A command is expected after |.');
    else if (next !== 'always') throw new ScriptFault('refused', 'There is no command before && or ||.');
    else return;
    this.#draft = emptyDraft();
    this.#pipeline = [];
    this.#after = next;
  }

  #redirect(close: Close): boolean {
    return this.#readInput(close) || this.#readOutput(close);
  }

  #readInput(close: Close): boolean {
    const cursor = this.#cursor;
    if (cursor.peek() !== '<') return false;
    const here = cursor.starts('<<<') ? undefined : cursor.take(HEREDOC);
    if (here) {
      const end = here[2] ?? here[3] ?? here[4] ?? '';
      this.#documents.push({ end, isIndented: here[1] === '-', isPlain: here[4] === undefined, of: this.#draft });
      return true;
    }
    const kind: Input['kind'] = cursor.take(/<<</y) ? 'word' : 'file';
    if (kind === 'file') cursor.at += 1;
    this.#draft.input = { kind, text: this.#target(close, '<') };
    return true;
  }

  #readOutput(close: Close): boolean {
    const found = this.#cursor.take(REDIRECT);
    if (!found) return false;
    const [, stream, append, other, appendBoth] = found;
    const from = found[0].startsWith('&') ? 'both' : stream === '2' ? 'stderr' : 'stdout';
    const to = other === undefined ? this.#target(close, '>') : other === '1' ? 'stdout' : 'stderr';
    this.#draft.redirects.push({ from, mode: append || appendBoth ? 'append' : 'write', to } satisfies Redirect);
    return true;
  }

  #target(close: Close, sign: string): Word {
    this.#cursor.take(/[ \t]*/y);
    const word = this.#reader().read(close);
    if (word.length === 0) throw new ScriptFault('refused', `A file name is expected after ${sign}.`);
    return word;
  }

  #word(close: Close): void {
    const draft = this.#draft;
    const isFirst = draft.words.length === 0 && draft.compound === undefined;
    const name = isFirst ? this.#cursor.take(ASSIGNMENT)?.[1] : undefined;
    const word = this.#reader().read(close);
    if (name !== undefined) draft.assignments.push({ name, value: word });
    else if (!isFirst || !this.#keyword(word, close)) this.#addWord(word);
  }

  #addWord(word: Word): void {
    if (this.#draft.compound) {
      throw new ScriptFault('refused', 'After done, fi, esac or } a new command begins: put a ; before it.');
    }
    this.#draft.words.push(word);
  }

  /** @returns whether the word is one that begins or ends a loop or the like */
  #keyword([part, ...rest]: Word, close: Close): boolean {
    if (part?.kind !== 'text' || part.isQuoted || rest.length > 0) return false;
    if (this.#stops.includes(part.text)) {
      this.#endCommand('always');
      this.#stopped = part.text;
      return true;
    }
    if (!isKeyword(part.text)) return false;
    this.#draft.compound = readCompound(part.text, this.#compoundReader(close));
    return true;
  }

  #compoundReader(close: Close) {
    const cursor = this.#cursor;
    return {
      cursor,
      word: () => this.#reader().read(close),
      body: (stops: readonly string[]) => new ScriptParser(cursor, this.#depth + 1, stops).parseBody(close),
    };
  }

  #reader(): WordReader {
    return new WordReader(this.#cursor, (close) => new ScriptParser(this.#cursor, this.#depth + 1).parse(close));
  }

  #readDocuments(): void {
    for (const document of this.#documents) {
      const text = this.#readDocument(document);
      const word: Word = document.isPlain ? [{ kind: 'text', text, isQuoted: true }] : this.#expanded(text);
      document.of.input = { kind: 'document', text: word };
    }
    this.#documents = [];
  }

  #readDocument({ end, isIndented }: Document): string {
    const lines: string[] = [];
    while (!this.#cursor.isOver) {
      const line = this.#cursor.take(/[^\n]*/y)?.[0] ?? '';
      this.#cursor.at += 1;
      const shown = isIndented ? line.replace(/^\t+/, '') : line;
      if (shown === end) return lines.join('');
      lines.push(`${shown}\n`);
    }
    throw new ScriptFault('incomplete', `The lines after <<${end} end with a line ${end}.`);
  }

  #expanded(text: string): Word {
    const cursor = new Cursor(text);
    return new WordReader(cursor, (close) => new ScriptParser(cursor, this.#depth + 1).parse(close)).readDocument();
  }
}

function emptyDraft(): Draft {
  return { assignments: [], words: [], compound: undefined, redirects: [], input: undefined };
}

function isEmpty({ assignments, words, compound, redirects }: Draft): boolean {
  return compound === undefined && assignments.length + words.length + redirects.length === 0;
}

function refusal(operator: string): string {
  if (operator === '|&') return 'Write 2>&1 | in place of |&.';
  if (operator === '&') return 'Commands run one after another here: leave the & out.';
  if (operator === ';;') return 'There is no case that ;; could end.';
  return 'Commands in brackets are not known here: write { …; } or the commands one after another.';
}
