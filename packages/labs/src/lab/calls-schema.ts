import { z } from 'zod';
import { CallInput, CallName, Duration, JmesPath, Save, Slug } from './names.ts';

const Note = z.string().min(1).max(400).describe('Shown as a comment above the call.');

/** One call of the cloud's public API. */
export const ApiCall = z.strictObject({
  call: CallName,
  input: CallInput.default({}),
  save: Save.optional(),
  as: z.string().min(1).optional().describe('ARN of a role to assume for this call.'),
  expectError: z.string().min(1).optional().describe('The call must be refused with this error code.'),
  note: Note.optional(),
});

/** Asks again and again until the answer is as wished. */
export const WaitCall = z.strictObject({
  wait: CallName,
  input: CallInput.default({}),
  until: JmesPath.describe('True when the wait is over.'),
  failIf: JmesPath.optional().describe('True when it will never be.'),
  timeoutSeconds: z.number().int().min(1).max(7_200).default(900),
  save: Save.optional(),
  note: Note.optional(),
});

/** Lets the account's time pass. Only a sandbox can. */
export const AdvanceCall = z.strictObject({
  advance: Duration,
  why: z.string().min(1).max(300).describe('What the passing of time is for.'),
});

export const LogCall = z.strictObject({ log: z.string().min(1).max(500) });

export const RepeatOver = z.union([
  z.strictObject({
    dataset: Slug,
    part: Slug.optional().describe('A named part; left out: all rows.'),
    batch: z.number().int().min(1).max(500).default(100).describe('Rows a call; the body { $rows: … } lists them.'),
    limit: z.number().int().min(1).optional().describe('Stop after so many rows.'),
  }),
  z.strictObject({
    range: z
      .tuple([z.number().int(), z.number().int()])
      .describe('First and last value of the variable index, both included.'),
  }),
]);

/** Calls made once for each batch of rows, or for each number of a range. */
export const RepeatCall = z.strictObject({
  repeat: z.strictObject({ over: RepeatOver, calls: z.array(z.union([ApiCall, LogCall])).min(1) }),
  note: Note.optional(),
});

export const LabCall = z.union([ApiCall, WaitCall, AdvanceCall, RepeatCall, LogCall]);
export const LabCalls = z.array(LabCall).max(200);

export type ApiCall = z.infer<typeof ApiCall>;
export type WaitCall = z.infer<typeof WaitCall>;
export type AdvanceCall = z.infer<typeof AdvanceCall>;
export type RepeatCall = z.infer<typeof RepeatCall>;
export type LabCall = z.infer<typeof LabCall>;
