import type { Fault } from '../fault.ts';
import type { LoadedLab } from '../load-labs.ts';
import { type LinkTargets, unknown } from './links.ts';

/** Skills and objectives that a lab names exist in the catalog. */
export function labLinks({ lab, file, lineOf }: LoadedLab, { skills, tasks }: LinkTargets): Fault[] {
  const stray = (names: readonly string[], known: ReadonlySet<string>, what: string, path: readonly PropertyKey[]) =>
    names.flatMap((name, index) =>
      known.has(name) ? [] : [{ file, line: lineOf([...path, index]), message: unknown(what, name, known) }],
    );
  return [...stray(lab.skills, skills, 'skill', ['skills']), ...stray(lab.objectives, tasks, 'task', ['objectives'])];
}
