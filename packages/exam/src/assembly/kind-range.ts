import type { QuestionKind } from '@cairn/question-types';
import type { ExamProfile } from '../profile.ts';
import type { Candidate } from './candidate.ts';

/** How many items of one kind a form may hold. */
export type KindRange = { readonly kind: QuestionKind; readonly min: number; readonly max: number };

const COMPOSITES: readonly QuestionKind[] = ['case-study', 'solution-series'];

/** Every kind of the exam. Without a target a simple kind comes as it likes, and a composite does not come. */
export function kindRangesOf({ kinds, kindTargets, form }: ExamProfile): KindRange[] {
  return kinds.map((kind) => {
    const target = kindTargets.find((entry) => entry.kind === kind);
    return target ?? { kind, min: 0, max: COMPOSITES.includes(kind) ? 0 : form.questions };
  });
}

export const availableOf = (candidates: readonly Candidate[], kind: QuestionKind): number =>
  candidates.filter((candidate) => candidate.kind === kind).length;
