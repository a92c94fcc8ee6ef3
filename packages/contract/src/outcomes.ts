import { z } from '@hono/zod-openapi';
import { Uuid } from './attempt.ts';
import { Interval } from './diagnosis.ts';

/** Real exam results that learners chose to record, and how well what was predicted agrees with them. */

export const OutcomeId = Uuid.describe('Made by the client, so that a repeated request records nothing twice');

/** Vendors' scales end at 1000; a scale of another vendor that goes further is not offered here. */
const ScaledScore = z.number().int().min(0).max(1000);

export const RecordOutcome = z.strictObject({
  certification: z.string().max(60).describe('Id or code'),
  takenOn: z.iso.date(),
  passed: z.boolean(),
  scaledScore: ScaledScore.nullable().default(null),
  isCounted: z.boolean().describe('The learner agrees that it counts in the reliability of predictions'),
});

export const FrozenPrediction = z.strictObject({
  probability: z.number(),
  low: z.number(),
  high: z.number(),
  asOf: z.number().int().describe('The end of the day before the exam'),
  answers: z.number().int().describe('Answers that it rested on'),
});

export const Outcome = z.strictObject({
  id: OutcomeId,
  certification: z.string(),
  code: z.string(),
  takenOn: z.iso.date(),
  passed: z.boolean(),
  scaledScore: ScaledScore.nullable(),
  isCounted: z.boolean(),
  predicted: FrozenPrediction.nullable().describe('Null if there was not enough evidence the day before'),
  recordedAt: z.number().int(),
});

/** One outcome in a file that others may read: no learner, no day, no score. */
export const SharedOutcome = z.strictObject({
  id: Uuid,
  certification: z.string().regex(/^[a-z0-9-]{1,60}$/, 'a certification is written like aws-aif-c01'),
  takenIn: z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'a month is written like 2026-11'),
  probability: z.number().min(0).max(1),
  passed: z.boolean(),
});

export const OutcomesFile = z.strictObject({
  schema: z.literal('outcomes/1'),
  outcomes: z.array(SharedOutcome).max(5000),
});

export const OutcomesImported = z.strictObject({
  added: z.number().int(),
  known: z.number().int().describe('Already here, counted once'),
});

const CalibrationBin = z.strictObject({
  n: z.number().int(),
  predicted: z.number().describe('Mean probability'),
  observed: Interval.describe('Share that passed, with an 80 % Wilson interval'),
});

/** How predicted probabilities agree with what happened. Numbers are null, and bins empty, without any outcome. */
export const Reliability = z.strictObject({
  n: z.number().int(),
  passed: z.number().int(),
  isEnough: z.boolean().describe('Whether there are enough outcomes to conclude anything'),
  wanted: z.number().int().describe('How many that takes'),
  brier: z.number().nullable().describe('Mean squared error, 0 is perfect'),
  parts: z
    .strictObject({ reliability: z.number(), resolution: z.number(), uncertainty: z.number() })
    .nullable()
    .describe(
      'Murphy: Brier = reliability − resolution + uncertainty; uncertainty alone is always saying the pass rate',
    ),
  logLoss: z.number().nullable().describe('Nats'),
  calibrationError: z.number().nullable().describe('Mean distance of predicted from observed, weighted by n'),
  bins: z.array(CalibrationBin),
});

/** A study that ships with Cairn: the same measures on answers whose outcome is known. */
export const ValidationStudy = z.strictObject({
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  ranOn: z.iso.date(),
  reliability: Reliability,
  facts: z.array(z.strictObject({ name: z.string(), value: z.number() })).describe('Headline numbers'),
});

export const ReliabilityReport = z.strictObject({
  recorded: Reliability.describe('Outcomes of this learner and imported ones that may be counted'),
  sources: z.strictObject({
    own: z.number().int().describe('Own outcomes that count'),
    imported: z.number().int(),
    notCounted: z.number().int().describe('Own outcomes without consent, or without a prediction'),
  }),
  validation: z.array(ValidationStudy),
});

export type RecordOutcome = z.infer<typeof RecordOutcome>;
export type FrozenPrediction = z.infer<typeof FrozenPrediction>;
export type Outcome = z.infer<typeof Outcome>;
export type SharedOutcome = z.infer<typeof SharedOutcome>;
export type OutcomesFile = z.infer<typeof OutcomesFile>;
export type OutcomesImported = z.infer<typeof OutcomesImported>;
export type Reliability = z.infer<typeof Reliability>;
export type ValidationStudy = z.infer<typeof ValidationStudy>;
export type ReliabilityReport = z.infer<typeof ReliabilityReport>;
