import { invalidChoice } from './choice.ts';
import { EXIT, misuse, plainFailure } from './failure.ts';

export const OUTPUT_FORMATS = ['json', 'text', 'table', 'yaml', 'yaml-stream'] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];
export const BINARY_FORMATS = ['base64', 'raw-in-base64-out'] as const;
export type BinaryFormat = (typeof BINARY_FORMATS)[number];

/** Options that each command knows. */
export interface Globals {
  readonly output: OutputFormat | undefined;
  readonly query: string | undefined;
  readonly region: string | undefined;
  readonly binaryFormat: BinaryFormat;
  readonly isPaginated: boolean;
  /** Sentences for stderr on options that have no meaning here. */
  readonly notes: readonly string[];
}

const WITH_VALUE = [
  '--endpoint-url',
  '--output',
  '--query',
  '--profile',
  '--region',
  '--color',
  '--ca-bundle',
  '--cli-read-timeout',
  '--cli-connect-timeout',
  '--cli-binary-format',
] as const;
const FLAGS = [
  '--debug',
  '--no-verify-ssl',
  '--no-paginate',
  '--version',
  '--no-sign-request',
  '--no-cli-pager',
  '--cli-auto-prompt',
  '--no-cli-auto-prompt',
] as const;

export const GLOBAL_OPTIONS: readonly string[] = [...WITH_VALUE, ...FLAGS];

export interface ParsedGlobals {
  readonly globals: Globals;
  readonly isVersionAsked: boolean;
  /** The words that are left: service, operation and its options. */
  readonly rest: readonly string[];
}

/**
 * Takes the options that each command knows out of its words, wherever they stand.
 *
 * @throws CommandFailure for a value that is no choice, a missing one, and for `--profile`
 */
export function parseGlobals(words: readonly string[], usualFormat: BinaryFormat = 'base64'): ParsedGlobals {
  const values = new Map<string, string>();
  const flags = new Set<string>();
  const rest: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const [name, attached] = splitOption(word);
    if (FLAGS.some((flag) => flag === word)) flags.add(word);
    else if (!WITH_VALUE.some((option) => option === name)) rest.push(word);
    else if (attached !== undefined) values.set(name, attached);
    else {
      at += 1;
      values.set(name, neededValue(name, words[at]));
    }
  }
  return { globals: globalsOf(values, flags, usualFormat), isVersionAsked: flags.has('--version'), rest };
}

function neededValue(option: string, value: string | undefined): string {
  if (value === undefined || looksLikeOption(value)) throw misuse(`argument ${option}: expected one argument`);
  return value;
}

export function splitOption(word: string): [name: string, value: string | undefined] {
  const at = word.startsWith('--') ? word.indexOf('=') : -1;
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)];
}

/** Words that argparse takes for options: not `-1`, not `-` and nothing with a space. */
export function looksLikeOption(word: string): boolean {
  return word.length > 1 && word.startsWith('-') && !/^-\d+$|^-\d*\.\d+$/.test(word) && !word.includes(' ');
}

function globalsOf(
  values: ReadonlyMap<string, string>,
  flags: ReadonlySet<string>,
  usualFormat: BinaryFormat,
): Globals {
  if (values.has('--profile')) {
    throw plainFailure(
      'There are no profiles here: the terminal is signed in as the learner. Leave --profile out.',
      EXIT.other,
    );
  }
  const endpoint = values.get('--endpoint-url');
  return {
    output: choiceOf('--output', values.get('--output'), OUTPUT_FORMATS),
    query: values.get('--query'),
    region: values.get('--region'),
    binaryFormat: choiceOf('--cli-binary-format', values.get('--cli-binary-format'), BINARY_FORMATS) ?? usualFormat,
    isPaginated: !flags.has('--no-paginate'),
    notes:
      endpoint === undefined
        ? []
        : ['Note: --endpoint-url is ignored; this terminal always talks to the sandbox of this lab.'],
  };
}

function choiceOf<Choice extends string>(
  option: string,
  value: string | undefined,
  choices: readonly Choice[],
): Choice | undefined {
  if (value === undefined) return undefined;
  const found = choices.find((one) => one === value);
  if (found === undefined) throw invalidChoice(option, value, choices);
  return found;
}
