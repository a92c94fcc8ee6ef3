import type { Completions } from '@cairn/aws-command';

export type Completed = {
  readonly line: string;
  readonly cursor: number;
  /** Several that begin so; empty when the word is whole. */
  readonly choices: readonly string[];
};

/** What the Tab key makes of a line: the one candidate with a space, or as far as all of them agree. */
export function complete(line: string, cursor: number, { from, candidates }: Completions): Completed | undefined {
  const [first] = candidates;
  if (first === undefined) return undefined;
  const isOne = candidates.length === 1;
  const word = isOne ? `${first} ` : candidates.reduce(sharedStart);
  const rest = line.slice(cursor);
  return {
    line: `${line.slice(0, from)}${word}${isOne ? rest.replace(/^ /, '') : rest}`,
    cursor: from + word.length,
    choices: isOne ? [] : candidates,
  };
}

function sharedStart(one: string, other: string): string {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return one.slice(0, length);
}

/** The service that is being typed about: the word after the last `aws`. */
export function serviceIn(line: string): string | undefined {
  return [...line.matchAll(/(?:^|[\s(;&|])aws\s+([a-z][a-z0-9-]*)\s/g)].at(-1)?.[1];
}
