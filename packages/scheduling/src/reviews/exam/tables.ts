import type { MemoryParameters } from '../../memory/card-memory.ts';
import type { Effort } from '../effort.ts';
import { type ExamTable, examTable } from './table.ts';

/** A table takes about a tenth of a second; a few learners' are kept. The same arguments give the same table. */
const KEPT = 8;
const kept = new Map<string, ExamTable>();

/** Shares for which tables are made; the gain changes little between neighbours. */
const REACHES = [0.02, 0.05, 0.1, 0.2, 0.4, 0.7, 1];

/** On a usual day about half of the cards would gain by a review; the minutes are for them. */
const CARDS_IN_NEED = 2;

/** @param minutes minutes of one day for all `cards` */
export function tableFor(parameters: MemoryParameters, effort: Effort, minutes: number, cards: number): ExamTable {
  const share = (minutes * 60) / Math.max(1, cards * effort.seconds.review[2]);
  const reach = REACHES.findLast((step) => step <= share * CARDS_IN_NEED) ?? 0.02;
  const key = JSON.stringify([parameters.weights, effort, reach]);
  const table = kept.get(key) ?? examTable(parameters, effort, reach);
  kept.delete(key);
  kept.set(key, table);
  const oldest = kept.keys().next();
  if (kept.size > KEPT && !oldest.done) kept.delete(oldest.value);
  return table;
}
