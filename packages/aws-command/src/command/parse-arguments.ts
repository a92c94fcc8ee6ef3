import type { Argument } from './argument.ts';
import { misuse, unknownOptions } from './failure.ts';
import { looksLikeOption, splitOption } from './globals.ts';

/** The words given to each argument: one, several, or none for a flag. */
export type Given = ReadonlyMap<Argument, readonly string[]>;

/**
 * Shares out words among arguments as Python's argparse does: `--name value`, `--name=value`, unique beginnings of
 * names, lists up to the next option, `--` before words that only look like options.
 *
 * @throws CommandFailure for unknown options, missing values and missing arguments
 */
export function parseArguments(words: readonly string[], table: ReadonlyMap<string, Argument>): Given {
  const given = new Map<Argument, readonly string[]>();
  const extra: string[] = [];
  const positions = [...table.values()].filter(({ takes }) => takes === 'position');
  const place = (word: string) => {
    const position = positions.shift();
    if (position) given.set(position, [word]);
    else extra.push(word);
  };
  const end = words.indexOf('--');
  const options = end < 0 ? words : words.slice(0, end);
  for (let at = 0; at < options.length; at += 1) {
    const word = options[at] ?? '';
    const found = looksLikeOption(word) ? findOption(word, table) : undefined;
    if (found) {
      const { values, used } = valuesFor(found, options.slice(at + 1));
      given.set(found.argument, values);
      at += used;
    } else if (looksLikeOption(word)) extra.push(word);
    else place(word);
  }
  if (end >= 0) words.slice(end + 1).forEach(place);
  return checked(given, table, extra);
}

interface Found {
  readonly argument: Argument;
  readonly attached: string | undefined;
}

function findOption(word: string, table: ReadonlyMap<string, Argument>): Found | undefined {
  const [name, attached] = splitOption(word);
  const exact = table.get(name);
  if (exact && exact.takes !== 'position') return { argument: exact, attached };
  const longer = [...table.values()].filter(({ option }) => name.length > 2 && option.startsWith(name));
  if (longer.length > 1) {
    throw misuse(`ambiguous option: ${name} could match ${longer.map(({ option }) => option).join(', ')}`);
  }
  return longer[0] && { argument: longer[0], attached };
}

function valuesFor({ argument, attached }: Found, next: readonly string[]): { values: string[]; used: number } {
  const { option, takes } = argument;
  if (takes === 'nothing') {
    if (attached !== undefined) throw misuse(`argument ${option}: ignored explicit argument '${attached}'`);
    return { values: [], used: 0 };
  }
  if (attached !== undefined) return { values: [attached], used: 0 };
  const end = next.findIndex(looksLikeOption);
  const values = end < 0 ? [...next] : next.slice(0, end);
  if (takes === 'many') return { values, used: values.length };
  const [first] = values;
  if (argument.meaning.kind === 'skeleton') return optionalValue(first);
  if (first === undefined) throw misuse(`argument ${option}: expected one argument`);
  return { values: [first], used: 1 };
}

/** `--generate-cli-skeleton` means input unless it says otherwise. */
function optionalValue(first: string | undefined): { values: string[]; used: number } {
  return first === undefined ? { values: ['input'], used: 0 } : { values: [first], used: 1 };
}

const WAIVES_REQUIRED: ReadonlySet<string> = new Set(['input-json', 'input-yaml', 'skeleton']);

function checked(given: Given, table: ReadonlyMap<string, Argument>, extra: readonly string[]): Given {
  const isWaived = [...given.keys()].some(({ meaning }) => WAIVES_REQUIRED.has(meaning.kind));
  const missing = [...table.values()].filter((one) => one.isRequired && !given.has(one) && !isWaived);
  if (missing.length > 0) {
    throw misuse(`the following arguments are required: ${missing.map(({ option }) => option).join(', ')}`);
  }
  if (extra.length > 0) throw unknownOptions(extra);
  return given;
}
