import { z } from 'zod';
import { LabCalls } from './calls-schema.ts';
import { CallInput, CallName, JmesPath, Save, Slug } from './names.ts';

const Scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const Count = z.number().int().min(0);

/** What a value must be. Every matcher given must hold. Numbers in texts ("5") compare as numbers. */
const matchers = {
  equals: z.json().optional(),
  notEquals: z.json().optional(),
  contains: Scalar.optional().describe('A list has this entry, or a text this part.'),
  notContains: Scalar.optional(),
  containsAll: z.array(Scalar).min(1).optional(),
  matches: z.string().min(1).optional().describe('A regular expression of JavaScript.'),
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
  oneOf: z.array(Scalar).min(1).optional(),
  exists: z.boolean().optional().describe('true: there and not null; false: absent or null.'),
  length: Count.optional(),
  lengthAtLeast: Count.optional(),
  lengthAtMost: Count.optional(),
};
export const MATCHERS = Object.keys(matchers);

export const Expectation = z
  .strictObject({
    path: JmesPath,
    each: z.enum(['all', 'any', 'none']).optional().describe('The path gives a list: how many of it must match.'),
    ...matchers,
  })
  .refine((it) => MATCHERS.some((name) => Object.hasOwn(it, name)), 'say what the value must be, such as equals: …');

const common = {
  id: Slug,
  message: z
    .string()
    .min(20, 'say what is missing and what to do, in a sentence')
    .max(600)
    .describe('What is missing and what to do. The variable observed is what was found.'),
  before: LabCalls.optional().describe('Calls made first to look things up; what they save is for this check only.'),
  failsOn: z
    .array(z.string().min(1))
    .optional()
    .describe("Error codes that are the learner's failure, besides those that say that a thing is not there."),
  notYet: JmesPath.optional().describe('True while the cloud still works on it, such as a job in progress.'),
};

/** A call whose answer must be as expected. */
export const StateCheck = z.strictObject({
  ...common,
  call: CallName,
  input: CallInput.default({}),
  as: z.string().min(1).optional(),
  decode: z
    .record(z.string(), z.enum(['json', 'jsonl', 'csv', 'text']))
    .optional()
    .describe('Texts of the answer to read: { Body: json } or { Role.AssumeRolePolicyDocument: json }.'),
  save: Save.optional().describe('For later checks of the same step.'),
  expect: z.array(Expectation).default([]),
  expectError: z.string().min(1).optional().describe('The call must be refused with this error code.'),
});

export const METRICS = [
  'auc',
  'average-precision',
  'accuracy',
  'f1',
  'precision',
  'recall',
  'log-loss',
  'rmse',
  'mae',
  'r2',
] as const;

/** Predictions for rows that the learner's model has not seen, compared with the truth. */
export const MetricCheck = z
  .strictObject({
    ...common,
    metric: z.enum(METRICS),
    dataset: Slug,
    part: Slug.optional(),
    label: z.string().min(1).describe('Column with the truth; for classes 0 and 1.'),
    limit: z.number().int().min(20).optional().describe('Use the first so many rows.'),
    call: CallName,
    input: CallInput.describe('{ $batch: csv, columns: […] } stands for the rows that are asked about.'),
    batch: z.number().int().min(1).max(1_000).default(200),
    scores: z
      .strictObject({
        path: JmesPath.default('Body').describe('Where the answer holds them.'),
        format: z.enum(['csv', 'jsonl', 'json']).default('csv'),
        each: JmesPath.optional().describe('The score within each entry, such as predictions[].score.'),
      })
      .prefault({}),
    threshold: z.number().default(0.5).describe('A score from here on counts as class 1.'),
    atLeast: z.number().optional(),
    atMost: z.number().optional(),
  })
  .refine(({ atLeast, atMost }) => atLeast !== undefined || atMost !== undefined, 'give atLeast or atMost');

export const Check = z.union([StateCheck, MetricCheck]);

export type Expectation = z.infer<typeof Expectation>;
export type StateCheck = z.infer<typeof StateCheck>;
export type MetricCheck = z.infer<typeof MetricCheck>;
export type Check = z.infer<typeof Check>;
export type MetricName = (typeof METRICS)[number];
