import type { Day } from '@cairn/kernel';
import type { Background } from '../vocabulary.ts';

export type DoneStep = { readonly id: string; readonly on: Day };

export type RoadmapRequest = {
  readonly to: string;
  readonly from: string;
  readonly today: Day;
  readonly hoursPerWeek: number;
  /** Certifications held already. */
  readonly have?: readonly string[];
  readonly background?: Background;
  /** Steps finished so far; they keep their place and day. */
  readonly done?: readonly DoneStep[];
  /** The exams on the way, in order; absent: the stepping stones that the catalog advises; empty: straight to the goal. */
  readonly via?: readonly string[];
  /** How long after the goal renewals are drawn. */
  readonly horizonYears?: number;
};

export type StepKind = 'study' | 'exam' | 'renewal' | 'milestone';

export type RoadmapStep = {
  readonly kind: StepKind;
  /** Stable over re-planning: `study:aif-c01`, `exam:aif-c01`, `renewal:ai-103:1`, `milestone:mla-c02:standard`. */
  readonly id: string;
  readonly certification: string;
  readonly title: string;
  readonly startsOn: Day;
  /** Last day, inclusive. */
  readonly endsOn: Day;
  readonly hours: number;
  readonly costUsd: number;
  /** true: the way works without it. */
  readonly isOptional: boolean;
  readonly state: 'planned' | 'done';
  readonly notes: readonly string[];
};

export type Roadmap = {
  readonly to: string;
  readonly chain: readonly string[];
  readonly steps: readonly RoadmapStep[];
  /** Up to the goal's exam; renewals after it are not counted. */
  readonly total: { readonly weeks: number; readonly hours: number; readonly costUsd: number; readonly endsOn: Day };
  readonly warnings: readonly string[];
};

export type RoadmapOutcome =
  | { readonly outcome: 'planned'; readonly roadmap: Roadmap }
  | { readonly outcome: 'refused'; readonly sentence: string; readonly equivalents: readonly string[] };
