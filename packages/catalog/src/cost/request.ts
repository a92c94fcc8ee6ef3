import type { Day } from '@cairn/kernel';
import type { Background } from '../vocabulary.ts';
import type { StatedChance } from './chance.ts';

/** What a learner says about one exam instead of what the catalog or an assumption says. */
export type ExamEdits = {
  readonly feeUsd?: number;
  readonly materialsUsd?: number;
  readonly hours?: number;
  readonly retakeHours?: number;
  readonly renewalFeeUsd?: number;
  readonly renewalHours?: number;
  readonly chance?: StatedChance;
};

/** What all paths of a comparison share. */
export type CostTerms = {
  readonly today: Day;
  readonly background?: Background;
  readonly hoursPerWeek: number;
  /** 0 counts no time. */
  readonly hourValueUsd: number;
  readonly years: number;
  readonly discountRate: number;
  /** Sittings of one exam that are paid for at most; the vendor may allow fewer. */
  readonly mostSittings: number;
  readonly improvement: number;
  /** Whether the 50 % voucher after an AWS pass is used. */
  readonly useVouchers: boolean;
  readonly edits: Readonly<Record<string, ExamEdits>>;
  /** Chances measured by the learner's own answers, by exam code; `why` says by what and when. */
  readonly measured: Readonly<Record<string, StatedChance & { readonly why: string }>>;
};

export const USUAL_TERMS: Omit<CostTerms, 'today'> = {
  hoursPerWeek: 8,
  hourValueUsd: 0,
  years: 3,
  discountRate: 0,
  mostSittings: 5,
  improvement: 0,
  useVouchers: false,
  edits: {},
  measured: {},
};

/** Nobody publishes pass rates of these exams, so what stands in for a chance is wide, and is called an assumption. */
export const ASSUMED_CHANCE = { mean: 0.7, low: 0.4, high: 0.95 } as const;

type Limit = { readonly min: number; readonly max: number };

/** What each number may be; one list for page and command line. */
export const COST_LIMITS = {
  hourValueUsd: { min: 0, max: 1000 },
  hoursPerWeek: { min: 1, max: 60 },
  years: { min: 1, max: 10 },
  discountRate: { min: 0, max: 0.3 },
  mostSittings: { min: 1, max: 6 },
  improvement: { min: 0, max: 0.9 },
  taxShare: { min: 0, max: 0.9 },
  upliftUsd: { min: 0, max: 1_000_000 },
  feeUsd: { min: 0, max: 5000 },
  materialsUsd: { min: 0, max: 50_000 },
  hours: { min: 0, max: 2000 },
  chance: { min: 0.01, max: 1 },
} as const satisfies Record<string, Limit>;

/** Exams on one path, and paths beside one another. */
export const MOST_EXAMS = 5;
export const MOST_PATHS = 4;
