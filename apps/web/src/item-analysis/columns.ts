import { NOT_PRESENTED, type Responses } from '@cairn/psychometrics';
import type { AnswerSheet } from './reading/answer-sheet.ts';
import { scoresOf } from './reading/answer-sheet.ts';

export const responsesOfSheet = (sheet: AnswerSheet): Responses => ({
  persons: sheet.persons,
  items: sheet.items.length,
  scores: scoresOf(sheet),
});

/** What is known of one column before any model. */
export type ColumnFacts = {
  readonly answers: number;
  /** Highest score that anybody got; 1 at least. */
  readonly maximum: number;
  /** Everybody who answered got the same score. */
  readonly isConstant: boolean;
};

export function columnFacts({ persons, items, scores }: Responses): ColumnFacts[] {
  const answers = new Array<number>(items).fill(0);
  const lowest = new Array<number>(items).fill(NOT_PRESENTED);
  const highest = new Array<number>(items).fill(0);
  for (let at = 0; at < persons * items; at += 1) {
    const score = scores[at] ?? NOT_PRESENTED;
    if (score === NOT_PRESENTED) continue;
    const j = at % items;
    answers[j] = (answers[j] ?? 0) + 1;
    if (score < (lowest[j] ?? 0)) lowest[j] = score;
    if (score > (highest[j] ?? 0)) highest[j] = score;
  }
  return answers.map((count, j) => ({
    answers: count,
    maximum: Math.max(1, highest[j] ?? 1),
    isConstant: count > 0 && lowest[j] === highest[j],
  }));
}

/** The answers to some of the items only. */
export function columnsOf({ persons, items, scores }: Responses, chosen: readonly number[]): Responses {
  const kept = new Uint8Array(persons * chosen.length);
  for (let i = 0; i < persons; i += 1) {
    chosen.forEach((j, to) => {
      kept[i * chosen.length + to] = scores[i * items + j] ?? NOT_PRESENTED;
    });
  }
  return { persons, items: chosen.length, scores: kept };
}

/** The answers of some of the persons only. */
export function rowsOf({ items, scores }: Responses, persons: readonly number[]): Responses {
  const kept = new Uint8Array(persons.length * items);
  persons.forEach((person, to) => {
    kept.set(scores.subarray(person * items, (person + 1) * items), to * items);
  });
  return { persons: persons.length, items, scores: kept };
}

/** Points of a person on all items, and how many could be had on those that were answered. */
export type Totals = { readonly points: Float64Array; readonly possible: Float64Array };

export function totalsOf({ persons, items, scores }: Responses, facts: readonly ColumnFacts[]): Totals {
  const points = new Float64Array(persons);
  const possible = new Float64Array(persons);
  for (let i = 0; i < persons; i += 1) {
    for (let j = 0; j < items; j += 1) {
      const score = scores[i * items + j] ?? NOT_PRESENTED;
      if (score === NOT_PRESENTED) continue;
      points[i] = (points[i] ?? 0) + score;
      possible[i] = (possible[i] ?? 0) + (facts[j]?.maximum ?? 1);
    }
  }
  return { points, possible };
}

/** Curves of so many persons have intervals of less than a percentage point. */
const ENOUGH_FOR_CURVES = 20_000;

/** Everybody, or persons evenly spread over a file that has more than its curves need. */
export function curvePersons(persons: number): number[] {
  const count = Math.min(persons, ENOUGH_FOR_CURVES);
  return Array.from({ length: count }, (_, k) => Math.floor((k * persons) / count));
}
