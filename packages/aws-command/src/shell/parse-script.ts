import { Cursor, WordReader } from './parse-words.ts';
import { type ParsedScript, type Redirect, type Script, ScriptFault, type ShellCommand, type Word } from './script.ts';

const LONGEST = 1024 * 1024;
const DEEPEST = 20;
const KEYWORDS = new Set(
  'for while until if then else elif fi case esac function select do done [[ { } ! time'.split(' '),
);
const REDIRECT = /([12]?)>(>?)(?:&([12]))?|&>(>?)/y;
const HEREDOC = /<<(-?)[ \t]*(?:'([^'\n]+)'|"([^"\n]+)"|([^\s;&|<>()'"]+))/y;
const ASSIGNMENT = /([A-Za-z_][A-Za-z0-9_]*)=/y;

/** Reads commands as a POSIX shell does: quotes, variables, `$(…)`, `&&`, redirections into files, `<<EOF`. */
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

class ScriptParser {
  readonly #cursor: Cursor;
  readonly #depth: number;
  readonly #steps: { command: ShellCommand; after: Script[number]['after'] }[] = [];
  #draft: Draft = emptyDraft();
  #after: Script[number]['after'] = 'always';
  /** Of this line: their lines follow it. */
  #documents: Document[] = [];

  constructor(cursor: Cursor, depth: number) {
    this.#cursor = cursor;
    this.#depth = depth;
    if (depth > DEEPEST) throw new ScriptFault('refused', `More than ${DEEPEST} commands stand in one another.`);
  }

  /** Up to `close`, which it takes; to the end of the text for ''. */
  parse(close: '' | ')' | '`'): Script {
    const cursor = this.#cursor;
    while (!cursor.isOver && !(close !== '' && cursor.peek() === close)) this.#token(close);
    if (close !== '' && cursor.isOver) {
      throw new ScriptFault(
        'incomplete',
        `A command in ${close === ')' ? '$(' : '`'} is still open: close it, or go on.`,
      );
    }
    cursor.at += close.length;
    this.#endCommand('always');
    if (this.#documents.length > 0) this.#readDocuments();
    if (this.#after !== 'always') throw new ScriptFault('incomplete', 'A command is expected after && or ||.');
    return this.#steps;
  }

  #token(close: string): void {
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
    if (this.#after === 'always' || !isEmpty(this.#draft)) this.#endCommand('always');
    this.#readDocuments();
  }

  #operator(): boolean {
    const found = this.#cursor.take(/&&|\|\||;|\|&?|&(?!>)|\(|\)/y)?.[0];
    if (found === undefined) return false;
    if (found === ';') this.#endCommand('always');
    else if (found === '&&') this.#endCommand('success');
    else if (found === '||') this.#endCommand('failure');
    else throw new ScriptFault('refused', refusal(found));
    return true;
  }

  #endCommand(next: Script[number]['after']): void {
    if (!isEmpty(this.#draft)) this.#steps.push({ command: this.#draft, after: this.#after });
    else if (next !== 'always') throw new ScriptFault('refused', 'There is no command before && or ||.');
    else return;
    this.#draft = emptyDraft();
    this.#after = next;
  }

  #redirect(close: string): boolean {
    const cursor = this.#cursor;
    const here = cursor.take(HEREDOC);
    if (here) {
      const end = here[2] ?? here[3] ?? here[4] ?? '';
      this.#documents.push({ end, isIndented: here[1] === '-', isPlain: here[4] === undefined, of: this.#draft });
      return true;
    }
    if (cursor.peek() === '<') {
      throw new ScriptFault(
        'refused',
        'Commands read no input here, only the lines of <<EOF: name the file as an argument.',
      );
    }
    const found = cursor.take(REDIRECT);
    if (!found) return false;
    const [, stream, append, other, appendBoth] = found;
    const from = found[0].startsWith('&') ? 'both' : stream === '2' ? 'stderr' : 'stdout';
    const to = other === undefined ? this.#target(close) : other === '1' ? 'stdout' : 'stderr';
    this.#draft.redirects.push({ from, mode: append || appendBoth ? 'append' : 'write', to } satisfies Redirect);
    return true;
  }

  #target(close: string): Word {
    this.#cursor.take(/[ \t]*/y);
    const word = this.#reader().read(close);
    if (word.length === 0) throw new ScriptFault('refused', 'A file name is expected after >.');
    return word;
  }

  #word(close: string): void {
    const draft = this.#draft;
    const name = draft.words.length === 0 ? this.#cursor.take(ASSIGNMENT)?.[1] : undefined;
    const word = this.#reader().read(close);
    if (name !== undefined) {
      draft.assignments.push({ name, value: word });
      return;
    }
    if (draft.words.length === 0) refuseKeyword(word);
    draft.words.push(word);
  }

  #reader(): WordReader {
    return new WordReader(this.#cursor, (close) => new ScriptParser(this.#cursor, this.#depth + 1).parse(close));
  }

  #readDocuments(): void {
    for (const document of this.#documents) {
      const text = this.#readDocument(document);
      document.of.input = document.isPlain ? [{ kind: 'text', text, isQuoted: true }] : this.#expanded(text);
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
  return { assignments: [], words: [], redirects: [], input: undefined };
}

function isEmpty({ assignments, words, redirects }: Draft): boolean {
  return assignments.length + words.length + redirects.length === 0;
}

function refusal(operator: string): string {
  if (operator.startsWith('|')) {
    return 'There are no pipes here: --query picks from an answer, and --output text prints it without quotes.';
  }
  if (operator === '&') return 'Commands run one after another here: leave the & out.';
  return 'Groups of commands in brackets are not known here: write the commands one after another.';
}

function refuseKeyword([first, ...rest]: Word): void {
  if (first?.kind !== 'text' || first.isQuoted || rest.length > 0 || !KEYWORDS.has(first.text)) return;
  throw new ScriptFault(
    'refused',
    `This terminal has commands, but no programs: "${first.text}" is not known. Write the commands one after another.`,
  );
}
