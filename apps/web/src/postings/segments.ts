import type { Mark } from './reading/messages.ts';

/** A stretch of a text, and what was found in all of it: two findings may share words ("Azure Databricks"). */
export type Segment = { readonly start: number; readonly text: string; readonly marks: readonly Mark[] };

/** The text cut wherever a finding begins or ends. Findings outside of it are dropped. */
export function segmentsOf(text: string, marks: readonly Mark[]): readonly Segment[] {
  const inside = marks.filter(({ start, end }) => start >= 0 && start < end && end <= text.length);
  const cuts = [...new Set([0, text.length, ...inside.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length;
    return {
      start,
      text: text.slice(start, end),
      marks: inside.filter((mark) => mark.start <= start && mark.end >= end),
    };
  });
}
