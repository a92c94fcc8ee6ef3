import { mantelHaenszelDif, purifiedDif, type Responses } from '@cairn/psychometrics';
import type { Dif, Remark } from './analysis.ts';
import { rowsOf } from './columns.ts';
import type { AnswerSheet } from './reading/answer-sheet.ts';

/** With fewer persons in a group the test finds hardly anything, and what it finds is mostly luck. */
const FEWEST_PERSONS = 50;

export type DifReport = { readonly items: readonly (Dif | undefined)[]; readonly remark: Remark | undefined };

type Group = { readonly name: string; readonly rows: readonly number[] };

function largestGroups({ groups, groupOf }: AnswerSheet): Group[] {
  const all = groups.map((name): { name: string; rows: number[] } => ({ name, rows: [] }));
  groupOf?.forEach((group, person) => {
    all[group]?.rows.push(person);
  });
  return all.sort((one, other) => other.rows.length - one.rows.length).slice(0, 2);
}

/** Is a question harder for one of the two largest groups among people of equal score? The smaller one is the focal group. */
export function difReports(sheet: AnswerSheet, responses: Responses): DifReport {
  const [reference, focal] = largestGroups(sheet);
  if (!reference || !focal) return { items: [], remark: undefined };
  if (focal.rows.length < FEWEST_PERSONS) {
    const text = `The group “${focal.name}” has ${focal.rows.length} persons; groups are compared from ${FEWEST_PERSONS} on.`;
    return { items: [], remark: { tone: 'neutral', text } };
  }
  const rows = [...reference.rows, ...focal.rows];
  const study = {
    responses: rowsOf(responses, rows),
    focal: rows.map((_, i) => i >= reference.rows.length),
  };
  // Unfair questions would bend the score that persons are matched by.
  const { results } = purifiedDif(study, mantelHaenszelDif, (one) => one.outcome === 'tested' && one.class !== 'A');
  const items = results.map((one): Dif | undefined =>
    one.outcome === 'tested'
      ? {
          reference: reference.name,
          focal: focal.name,
          delta: one.delta,
          standardError: one.deltaStandardError,
          p: one.p,
          severity: one.class,
        }
      : undefined,
  );
  return { items, remark: undefined };
}
