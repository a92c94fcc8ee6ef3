import { z } from '@hono/zod-openapi';
import { AttemptEvent, Feedback, Uuid } from './attempt.ts';

/** An adaptive diagnosis: one question at a time, each chosen by what is known so far, until the answer is known. */

export const DiagnosisId = Uuid.describe('Made by the client, so that a repeated request starts nothing twice');

export const StartDiagnosis = z.strictObject({ id: DiagnosisId, exam: z.string().max(40) });

export const AnswerDiagnosis = z.strictObject({
  id: Uuid.describe('Of this answer, made by the client; sent again with the same id it counts once'),
  at: AttemptEvent.options[0].shape.at,
  question: z.string().max(20).describe('Id of the question that was on the screen'),
  response: z.unknown().nullable().describe('Response, or null for "I do not know", which counts as wrong'),
});

/** An estimate with the ends of its 80 % interval. */
export const Interval = z.strictObject({ low: z.number(), estimate: z.number(), high: z.number() });

/** Ability in logits from the just-passing candidate, who is at 0, with an 80 % interval. */
export const AbilityEstimate = Interval.extend({ standardError: z.number() });

export const DiagnosisDomain = z.strictObject({
  number: z.number().int(),
  name: z.string(),
  weightPercent: z.number().describe('Share of the blueprint'),
  answered: z.number().int(),
  correct: z.number().describe('Sum of credit, 0 to `answered`'),
  theta: AbilityEstimate,
});

export const DiagnosisKnown = z.strictObject({
  theta: AbilityEstimate,
  passProbability: z
    .number()
    .describe('Posterior probability that ability lies above the cut, from this diagnosis only'),
  verdict: z.enum(['likely-pass', 'too-close', 'likely-fail']).describe('By the 80 % interval of theta'),
  domains: z.array(DiagnosisDomain),
});

/** Why this question, as data for a sentence. Nothing in it tells the answer. */
export const DiagnosisWhy = z.strictObject({
  rule: z
    .enum(['first', 'most-telling', 'blueprint'])
    .describe(
      'first: nothing is known yet; most-telling: tells most at the present estimate; blueprint: the shares of the domains ask for this one now',
    ),
  domain: z.strictObject({ number: z.number().int(), name: z.string() }),
  domainAnswered: z.number().int().describe('Questions of this domain answered before'),
  domainPlanned: z.number().int().describe('Questions of this domain in the full diagnosis as it is planned now'),
  tellsPercent: z
    .number()
    .int()
    .describe('What it tells at the present estimate, of the most that any open question does'),
  drawnFrom: z.number().int().describe('It was drawn among so many of the best, so that not everybody sees the same'),
});

export const DiagnosisQuestion = z.strictObject({
  id: z.string(),
  number: z.number().int().describe('From 1'),
  question: z.unknown().describe('Published question, without any key'),
  why: DiagnosisWhy,
});

/** Why no further question is asked. */
export const DiagnosisStop = z.strictObject({
  reason: z
    .enum([
      'decision-known',
      'precise-enough',
      'little-to-gain',
      'maximum-reached',
      'bank-exhausted',
      'ended-by-learner',
    ])
    .describe(
      'decision-known: above or below the cut is sure enough; precise-enough: theta is; little-to-gain: more questions would hardly sharpen it',
    ),
  value: z.number().nullable().describe('What was reached: a probability, a standard error or a count, by reason'),
  limit: z.number().nullable().describe('What had to be reached, in the same unit'),
});

/** One question after the end, with its key. */
export const ReviewedQuestion = z.strictObject({
  id: z.string(),
  number: z.number().int(),
  itemId: z.string(),
  domain: z.number().int(),
  task: z.string(),
  question: z.unknown().describe('As it was shown'),
  response: z.unknown().nullable().describe('Null: "I do not know"'),
  credit: z.number().describe('0 to 1'),
  feedback: Feedback,
});

export const Diagnosis = z.strictObject({
  id: DiagnosisId,
  exam: z.string(),
  certification: z.string(),
  code: z.string(),
  title: z.string(),
  state: z.enum(['running', 'over']),
  startedAt: z.number().int(),
  overAt: z.number().int().nullable(),
  answered: z.number().int(),
  minQuestions: z.number().int(),
  maxQuestions: z.number().int(),
  precision: z
    .number()
    .describe(
      '0 at the start to 1 when the standard error that ends it is reached; tells nothing about right or wrong',
    ),
  current: DiagnosisQuestion.nullable().describe('Null once over'),
  known: DiagnosisKnown.nullable().describe(
    'Null while running: it moves with each answer, and so would tell which were right',
  ),
  stopped: DiagnosisStop.nullable().describe('Null while running'),
  review: z.array(ReviewedQuestion).describe('Empty while running'),
});

export const DiagnosisSummary = z.strictObject({
  id: DiagnosisId,
  exam: z.string(),
  title: z.string(),
  state: z.enum(['running', 'over']),
  startedAt: z.number().int(),
  overAt: z.number().int().nullable(),
  answered: z.number().int(),
  stopped: DiagnosisStop.nullable(),
  theta: AbilityEstimate.nullable().describe('Null while running'),
});

export const DiagnosisAnswered = z.strictObject({
  acknowledged: z.uuid().describe('Stored, now or before; safe to forget'),
  diagnosis: Diagnosis,
});

export type StartDiagnosis = z.infer<typeof StartDiagnosis>;
export type AnswerDiagnosis = z.infer<typeof AnswerDiagnosis>;
export type AbilityEstimate = z.infer<typeof AbilityEstimate>;
export type DiagnosisDomain = z.infer<typeof DiagnosisDomain>;
export type DiagnosisKnown = z.infer<typeof DiagnosisKnown>;
export type DiagnosisWhy = z.infer<typeof DiagnosisWhy>;
export type DiagnosisQuestion = z.infer<typeof DiagnosisQuestion>;
export type DiagnosisStop = z.infer<typeof DiagnosisStop>;
export type ReviewedQuestion = z.infer<typeof ReviewedQuestion>;
export type Diagnosis = z.infer<typeof Diagnosis>;
export type DiagnosisSummary = z.infer<typeof DiagnosisSummary>;
export type DiagnosisAnswered = z.infer<typeof DiagnosisAnswered>;
