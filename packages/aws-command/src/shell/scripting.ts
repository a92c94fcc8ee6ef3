import type { Builtin, LineSource, Run } from './builtin.ts';
import { Jump } from './jump.ts';

/** Commands that scripts are made of. */
export const SCRIPTING: readonly (readonly [string, Run])[] = [
  ['[', test],
  ['break', () => jump('break')],
  ['continue', () => jump('continue')],
  ['exit', ([code = '0']) => jump('exit', Number(code) & 0xff)],
  ['grep', grep],
  ['head', (words, builtin) => ends(words, builtin, (lines, count) => lines.slice(0, count))],
  ['npx', npx],
  ['printf', printf],
  ['read', read],
  ['seq', seq],
  ['tail', (words, builtin) => ends(words, builtin, (lines, count) => lines.slice(-count))],
  ['test', (words, builtin) => test([...words, ']'], builtin)],
  ['wc', wc],
];

function jump(kind: Jump['kind'], exitCode?: number): never {
  throw new Jump(kind, exitCode);
}

function complain({ session }: Builtin, message: string, exitCode = 1): number {
  session.err(`${message}\n`);
  return exitCode;
}

/** The text of a file, or of what is read. */
function textFor(path: string | undefined, { session, input }: Builtin): string | undefined {
  if (path === undefined || path === '-') return input?.rest ?? '';
  const bytes = session.files.read(path);
  return bytes && new TextDecoder().decode(bytes);
}

const linesOf = (text: string): string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

type Compare = (a: string, b: string) => boolean;

const numbers =
  (compare: (a: number, b: number) => boolean): Compare =>
  (a, b) =>
    compare(Number(a), Number(b));

const COMPARISONS: Readonly<Record<string, Compare>> = {
  '=': (a, b) => a === b,
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '-eq': numbers((a, b) => a === b),
  '-ne': numbers((a, b) => a !== b),
  '-lt': numbers((a, b) => a < b),
  '-le': numbers((a, b) => a <= b),
  '-gt': numbers((a, b) => a > b),
  '-ge': numbers((a, b) => a >= b),
};

/** `[ A -le B ]`, `[ -n A ]`, `[ -f FILE ]`, each also after `!`. */
function test(words: readonly string[], builtin: Builtin): number {
  if (words.at(-1) !== ']') return complain(builtin, '[: a ] is missing at the end', 2);
  const [first, ...rest] = words.slice(0, -1);
  const isNegated = first === '!';
  const holds = isNegated ? isTrue(rest, builtin) : isTrue(words.slice(0, -1), builtin);
  if (holds === undefined) return complain(builtin, '[: compare two words, as in [ "$A" = b ] or [ "$N" -le 5 ]', 2);
  return holds !== isNegated ? 0 : 1;
}

function isTrue([a = '', b = '', c = '', ...more]: readonly string[], { session }: Builtin): boolean | undefined {
  if (more.length > 0) return undefined;
  if (c !== '' || b in COMPARISONS) return COMPARISONS[b]?.(a, c);
  if (a === '-n') return b !== '';
  if (a === '-z') return b === '';
  if (a === '-f' || a === '-e') return session.files.find(b) !== undefined;
  return b === '' ? a !== '' : undefined;
}

function grep(words: readonly string[], builtin: Builtin): number {
  const options = words.filter((word) => /^-[a-zA-Z]+$/.test(word)).join('');
  const [pattern, path] = words.filter((word) => !/^-[a-zA-Z]+$/.test(word));
  if (pattern === undefined) return complain(builtin, 'grep: give a pattern', 2);
  const text = textFor(path, builtin);
  if (text === undefined) return complain(builtin, `grep: ${path}: No such file or directory`, 2);
  const source = options.includes('F') ? pattern.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&') : pattern;
  const expression = expressionOf(source, options.includes('i') ? 'i' : '');
  if (!expression) return complain(builtin, `grep: this pattern cannot be read: ${pattern}`, 2);
  const found = linesOf(text).filter((line) => expression.test(line) !== options.includes('v'));
  if (options.includes('c')) builtin.session.out(`${found.length}\n`);
  else if (!options.includes('q')) builtin.session.out(found.map((line) => `${line}\n`).join(''));
  return found.length > 0 ? 0 : 1;
}

function expressionOf(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}

const USUAL_LINES = 10;

/** `head` and `tail`: `-n 3`, `-n3` or `-3`. */
function ends(
  words: readonly string[],
  builtin: Builtin,
  pick: (lines: readonly string[], count: number) => readonly string[],
): number {
  const [, count, path] = /^(?:-n? ?(\d+))? ?(.+)?$/.exec(words.join(' ')) ?? [];
  const text = textFor(path, builtin);
  if (text === undefined) return complain(builtin, `${path}: No such file or directory`);
  const lines = pick(linesOf(text), Number(count ?? USUAL_LINES));
  builtin.session.out(lines.map((line) => `${line}\n`).join(''));
  return 0;
}

function wc(words: readonly string[], builtin: Builtin): number {
  const path = words.find((word) => !word.startsWith('-'));
  const text = textFor(path, builtin);
  if (text === undefined) return complain(builtin, `wc: ${path}: No such file or directory`);
  const counts = {
    l: text.split('\n').length - 1,
    w: text.split(/\s+/).filter(Boolean).length,
    c: new TextEncoder().encode(text).length,
  };
  const asked = Object.entries(counts).filter(([letter]) =>
    words.some((word) => /^-\w+$/.test(word) && word.includes(letter)),
  );
  const shown = (asked.length > 0 ? asked : Object.entries(counts)).map(([, count]) => String(count));
  builtin.session.out(`${[...shown, ...(path === undefined ? [] : [path])].join(' ')}\n`);
  return 0;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', '\\': '\\', '"': '"' };

/** `%s` and `%d`, with the format again while there are arguments. */
function printf([format = '', ...given]: readonly string[], { session }: Builtin): number {
  const rest = [...given];
  do {
    session.out(
      format.replace(/%([sd%])|\\(.)/g, (whole, kind?: string, letter?: string) => {
        if (letter !== undefined) return ESCAPES[letter] ?? whole;
        return kind === '%' ? '%' : (rest.shift() ?? '');
      }),
    );
  } while (rest.length > 0 && /%[sd]/.test(format));
  return 0;
}

/** The next line, into variables: the last takes what is left. */
function read(words: readonly string[], { input, environment, variables }: Builtin): number {
  const given = words.filter((word) => !word.startsWith('-'));
  const names = given.length === 0 ? ['REPLY'] : given;
  const line = takeLine(input);
  const isWhole = environment.get('IFS') === '' || names.length === 1;
  const pieces = isWhole ? [line ?? ''] : (line ?? '').trim().split(/[ \t]+/);
  for (const [index, name] of names.entries()) {
    variables.set(name, index === names.length - 1 ? pieces.slice(index).join(' ') : (pieces[index] ?? ''));
  }
  return line === undefined ? 1 : 0;
}

function takeLine(input: LineSource | undefined): string | undefined {
  if (input === undefined || input.rest === '') return undefined;
  const end = input.rest.indexOf('\n');
  const line = end < 0 ? input.rest : input.rest.slice(0, end);
  input.rest = end < 0 ? '' : input.rest.slice(end + 1);
  return line;
}

const MOST_NUMBERS = 100_000;

function seq(words: readonly string[], builtin: Builtin): number {
  const [first, last] = words.length === 1 ? [1, Number(words[0])] : words.map(Number);
  const count = (last ?? Number.NaN) - (first ?? Number.NaN) + 1;
  if (!(count <= MOST_NUMBERS)) return complain(builtin, `seq: give one or two numbers, at most ${MOST_NUMBERS} apart`);
  const all = Array.from({ length: Math.max(0, Math.floor(count)) }, (_, index) => `${(first ?? 0) + index}\n`);
  builtin.session.out(all.join(''));
  return 0;
}

const UNIT_MILLISECONDS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `npx cairn lab advance LAB 10m`, which solutions say; there are no other programs. */
async function npx(words: readonly string[], builtin: Builtin): Promise<number> {
  const { advance } = builtin.session.host;
  const [, count, unit = ''] = /^cairn lab advance \S+ (\d+)([mhd])$/.exec(words.join(' ')) ?? [];
  const milliseconds = Number(count) * (UNIT_MILLISECONDS[unit] ?? Number.NaN);
  if (advance === undefined || Number.isNaN(milliseconds)) {
    return complain(builtin, 'npx: there are no programs here but: npx cairn lab advance LAB 10m', 127);
  }
  await advance(milliseconds);
  return 0;
}
