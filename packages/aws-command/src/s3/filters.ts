import type { FileOptions } from './options.ts';

/** Whether a path below the source passes `--exclude` and `--include`: the last one that matches decides. */
export function passes(path: string, filters: FileOptions['filters']): boolean {
  let isIncluded = true;
  for (const filter of filters) if (matches(path, filter.pattern)) ({ isIncluded } = filter);
  return isIncluded;
}

/**
 * Unix file patterns as Python's fnmatch has them: `*` also passes slashes, `?`, `[seq]`, `[!seq]`.
 * Walks with one way back, so that no pattern takes more than path × pattern steps.
 */
export function matches(path: string, pattern: string): boolean {
  const steps = stepsOf(pattern);
  let at = 0;
  let step = 0;
  let star = -1;
  let starAt = 0;
  while (at < path.length) {
    const current = steps[step];
    if (current === 'any') {
      star = step;
      starAt = at;
      step += 1;
    } else if (current?.(path[at] ?? '')) {
      at += 1;
      step += 1;
    } else if (star >= 0) {
      starAt += 1;
      at = starAt;
      step = star + 1;
    } else return false;
  }
  return steps.slice(step).every((one) => one === 'any');
}

type Step = 'any' | ((character: string) => boolean);

/** A set in brackets, or one character; `]` right after the bracket belongs to the set. */
const PARTS = /\[(!?\]?[^\]]*)\]|[\s\S]/g;

function stepsOf(pattern: string): Step[] {
  return [...pattern.matchAll(PARTS)].map(([part, set]): Step => {
    if (set !== undefined) return oneOf(set);
    if (part === '*') return 'any';
    return part === '?' ? () => true : (character) => character === part;
  });
}

function oneOf(set: string): Step {
  const isNegated = set.startsWith('!');
  const ranges = [...(isNegated ? set.slice(1) : set).matchAll(/([\s\S])-([\s\S])|([\s\S])/g)];
  return (character) => {
    const isIn = ranges.some(([, low = '', high = '', one]) =>
      one === undefined ? character >= low && character <= high : character === one,
    );
    return isIn !== isNegated;
  };
}
