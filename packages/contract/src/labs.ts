import { z } from '@hono/zod-openapi';
import { Uuid } from './attempt.ts';

/** Labs as a browser may know them: no check, no hint before it is asked for, no solution. */

export const LabId = z.string().max(80);
export const StepId = z.string().max(80);
export const LabRunId = Uuid.describe('Made by the client, so that a repeated request starts nothing twice');

const Moment = z.number().int().describe('Milliseconds since 1970');
const markdown = (about: string) => z.string().describe(`Markdown: ${about}`);

export const LabRunSummary = z.strictObject({
  id: LabRunId,
  state: z.enum(['running', 'finished']).describe('finished: every step was passed; one may go on in it'),
  startedAt: Moment,
  finishedAt: Moment.nullable(),
  stepsPassed: z.number().int(),
});

const labHead = {
  id: LabId,
  version: z.number().int(),
  title: z.string(),
  summary: z.string(),
  minutes: z.number().int().describe('For somebody who does it for the first time'),
  level: z.enum(['introductory', 'intermediate', 'advanced']),
  platform: z.literal('aws'),
  skills: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  objectives: z.array(z.string()).describe('Task statements of certifications, such as mla-c01/2.2'),
  services: z
    .array(z.strictObject({ id: z.string(), name: z.string() }))
    .describe(
      'Named as in calls (`sagemaker-runtime`), which is also the end of the client package (`@aws-sdk/client-…`)',
    ),
  run: LabRunSummary.nullable().describe('The run that goes on, or was finished last; null when it was never started'),
};

export const LabSummary = z.strictObject({ ...labHead, steps: z.number().int() });

export const LabArchitecture = z.strictObject({
  alt: z.string().describe('The picture in words'),
  nodes: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      service: z.string(),
      x: z.number().describe('Percent of the width'),
      y: z.number().describe('Percent of the height'),
    }),
  ),
  arrows: z.array(z.strictObject({ from: z.string(), to: z.string(), label: z.string().nullable() })),
});

/** What a learner may have of a dataset. Rows that checks hold back are not in it. */
export const LabDataset = z.strictObject({
  id: z.string(),
  parts: z.array(z.strictObject({ name: z.string().nullable().describe('Null: all rows'), rows: z.number().int() })),
  objects: z
    .array(
      z.strictObject({
        uri: z.string().describe('`s3://…`, with the place of the account to be filled in as in the story'),
        part: z.string().nullable().describe('Null: all rows'),
        columns: z.array(z.string()).describe('In their order'),
        hasHeader: z.boolean(),
      }),
    )
    .describe('Where the lab put it at its start'),
  columns: z.array(
    z.strictObject({
      name: z.string(),
      kind: z.enum(['number', 'text']),
      unit: z.string().nullable(),
      about: z.string(),
    }),
  ),
});

export const PublishedStep = z.strictObject({
  id: StepId,
  title: z.string(),
  goal: markdown('what shall be true afterwards'),
  why: markdown('why one does this at work'),
  skills: z.array(z.string()).describe('Ids; those that passing this step shows'),
  hints: z.number().int().describe('How many there are'),
  checks: z.array(StepId).describe('Ids of what is looked at'),
});

export const PublishedLab = z.strictObject({
  ...labHead,
  region: z.string(),
  story: markdown('who needs what, and why'),
  costLesson: markdown('what this would cost in a real account'),
  cleanup: markdown('what to delete in a real account'),
  architecture: LabArchitecture,
  datasets: z.array(LabDataset),
  steps: z.array(PublishedStep),
});

/** What one check found. */
export const LabCheckResult = z.strictObject({
  check: z.string(),
  outcome: z
    .enum(['passed', 'failed', 'not-yet', 'cannot-check'])
    .describe('not-yet: the cloud is still at work, ask again; cannot-check: a fault of ours, nothing was judged'),
  message: z.string().nullable().describe('What is missing and what to do; null when passed'),
  observed: z.string().nullable().describe('What was found instead; of a failed check'),
});

export const LabStepProgress = z.strictObject({
  step: StepId,
  state: z
    .enum(['passed', 'open'])
    .describe('passed: once, in this run; it stays so after a reset. Any open step may be worked on'),
  attempts: z.number().int().describe('Checks that could judge'),
  hintsShown: z.array(markdown('a hint')).describe('Those asked for; once passed, all'),
  isHelped: z.boolean().describe('The solution was shown or run before it was passed: no credit'),
  openedAt: Moment.nullable(),
  passedAt: Moment.nullable(),
  credit: z.number().nullable().describe('0 to 1 once passed: what the learner did alone; null before'),
  latest: z.array(LabCheckResult).describe('What the last check found; empty before the first and after a reset'),
  canReset: z.boolean().describe('The account can be put back to where this step begins'),
});

export const LabAccount = z.strictObject({
  state: z
    .enum(['ready', 'gone'])
    .describe('gone: the sandbox was restarted since; POST …/rebuild makes the account anew and takes no credit away'),
  accountId: z.string().nullable(),
  region: z.string(),
  now: Moment.nullable().describe("The account's clock, which may run ahead"),
  aheadMilliseconds: z.number().nullable(),
});

/** Something that the record of the learner holds since a step of this lab was passed, in this run or before. */
export const LabEvidenceShown = z.strictObject({
  step: StepId,
  skills: z.array(z.string()),
  credit: z.number(),
  at: Moment,
});

export const LabRun = z.strictObject({
  id: LabRunId,
  lab: LabId,
  labVersion: z.number().int(),
  isOutdated: z.boolean().describe('The lab has a newer version; a new run takes it'),
  state: z.enum(['running', 'finished', 'superseded']).describe('superseded: a later run has the account'),
  startedAt: Moment,
  finishedAt: Moment.nullable(),
  currentStep: StepId.nullable().describe('First step that is not passed'),
  steps: z.array(LabStepProgress),
  account: LabAccount,
  evidence: z.array(LabEvidenceShown),
});

export const StartLab = z.strictObject({ id: LabRunId });
export const CheckStep = z.strictObject({ step: StepId });
export const AskHint = z.strictObject({
  step: StepId,
  number: z
    .number()
    .int()
    .min(1)
    .max(20)
    .describe('Which hint, from 1: the next one, or one shown before (costs nothing)'),
});
export const LabLanguage = z.enum(['cli', 'python', 'javascript']);
export const AskSolution = z.strictObject({ step: StepId, language: LabLanguage });
export const CatchUp = z.strictObject({
  step: StepId.describe('The step to begin with; those before are done for you'),
});
export const ResetLab = z.strictObject({
  step: StepId.describe('Where to begin again; the first step: from the start'),
});
export const AdvanceLab = z.strictObject({
  hours: z
    .number()
    .min(1 / 60)
    .max(240)
    .describe('At least a minute'),
});

export const LabChecked = z.strictObject({
  step: StepId,
  passed: z.boolean(),
  checks: z.array(LabCheckResult),
  run: LabRun,
});

export const LabSolution = z.strictObject({
  step: StepId,
  language: LabLanguage,
  code: z.string().describe('Runs as it stands, in a folder that holds the files'),
  files: z.array(
    z.strictObject({
      path: z.string(),
      bytes: z.number().int(),
      base64: z.string().nullable().describe('Null for a file over 2 MiB'),
    }),
  ),
  run: LabRun,
});

export type LabRunSummary = z.infer<typeof LabRunSummary>;
export type LabSummary = z.infer<typeof LabSummary>;
export type LabDataset = z.infer<typeof LabDataset>;
export type PublishedStep = z.infer<typeof PublishedStep>;
export type PublishedLab = z.infer<typeof PublishedLab>;
export type LabCheckResult = z.infer<typeof LabCheckResult>;
export type LabStepProgress = z.infer<typeof LabStepProgress>;
export type LabAccount = z.infer<typeof LabAccount>;
export type LabEvidenceShown = z.infer<typeof LabEvidenceShown>;
export type LabRun = z.infer<typeof LabRun>;
export type LabLanguage = z.infer<typeof LabLanguage>;
export type LabChecked = z.infer<typeof LabChecked>;
export type LabSolution = z.infer<typeof LabSolution>;
