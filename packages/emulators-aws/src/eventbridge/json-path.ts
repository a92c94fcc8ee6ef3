const STEP = /\.([A-Za-z0-9_\-/]+)|\[(\d+)\]|\[['"]([^'"\]]+)['"]\]|\.?(\*)|\[(\*)\]/y;

/**
 * The steps of a path such as `$.detail.items[0]['a b']`; `*` stands for all entries. Undefined when it is no path that
 * EventBridge reads.
 */
export function parsePath(path: string): readonly (string | number)[] | undefined {
  if (!path.startsWith('$')) return undefined;
  const steps: (string | number)[] = [];
  STEP.lastIndex = 1;
  while (STEP.lastIndex < path.length) {
    const [, name, index, quoted, star, starred] = STEP.exec(path) ?? [];
    const step = name ?? quoted ?? star ?? starred;
    if (step === undefined && index === undefined) return undefined;
    steps.push(step ?? Number(index));
  }
  return steps;
}

/** The value at a path; undefined when there is none. */
export function valueAt(value: unknown, path: string): unknown {
  return follow(value, parsePath(path) ?? []);
}

function follow(value: unknown, [step, ...rest]: readonly (string | number)[]): unknown {
  if (step === undefined) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  if (step === '*') return Object.values(value).map((entry) => follow(entry, rest));
  const found = Object.entries(value).find(([name]) => name === String(step));
  return found && follow(found[1], rest);
}
