import { z } from '@hono/zod-openapi';

/** What a learner's account in the local cloud shows, and the way to it. */

const Moment = z.number().int().describe('Milliseconds since 1970');

export const LabJournalEntry = z.strictObject({
  number: z.number().int().describe('From 1, over the whole life of the account'),
  at: Moment,
  service: z.string(),
  operation: z.string(),
  region: z.string(),
  principalArn: z.string(),
  userAgent: z.string(),
  resources: z.array(z.string()),
  decision: z
    .strictObject({ decision: z.string(), action: z.string(), why: z.string() })
    .nullable()
    .describe('Set when a policy was asked'),
  errorCode: z.string().nullable().describe('Null when the call succeeded'),
  errorMessage: z.string().nullable(),
  parameters: z.unknown(),
  isReadOnly: z.boolean(),
  isOurs: z.boolean().describe('Made by the lab itself: its start, its checks'),
});

export const LabJournal = z.strictObject({
  total: z.number().int().describe('Calls ever made; ask with after=total for those to come'),
  entries: z.array(LabJournalEntry).describe('Oldest first; without `after` the last 200'),
});

export const LabBill = z.strictObject({
  totalUsd: z.number(),
  lines: z.array(
    z.strictObject({
      service: z.string(),
      item: z.string(),
      unit: z.string(),
      usdPerUnit: z.number(),
      quantity: z.number(),
      usd: z.number(),
      isRunning: z.boolean().describe('Grows with every hour'),
      source: z
        .strictObject({
          from: z.string().describe('An address, or what it was in words'),
          seenOn: z.string().describe('A day, such as 2026-11-21'),
        })
        .nullable()
        .describe('Where the price was read; null: from memory, not checked'),
    }),
  ),
});

export const LabNodeStates = z.strictObject({
  nodes: z.array(
    z.strictObject({
      id: z.string(),
      state: z.enum(['there', 'absent', 'unknown', 'always']).describe('always: nothing to look for in the account'),
    }),
  ),
});

export const LabCredentials = z.strictObject({
  endpoint: z.string(),
  region: z.string(),
  accountId: z.string(),
  accessKeyId: z.string().describe('Begins with LKIA: no real cloud issues such keys'),
  secretAccessKey: z.string(),
  shell: z.string().describe('Lines for bash or zsh: the tools of AWS then reach this account and no other'),
});

/** One signed request of an SDK in the browser, and the answer to it. */
export const RelayRequest = z.strictObject({
  method: z.enum(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH']),
  path: z.string().min(1).max(8192).startsWith('/').describe('With its query, exactly as signed'),
  headers: z.record(z.string().max(100), z.string().max(8192)).describe('As signed, `host` among them'),
  body: z
    .string()
    .max(11_184_812)
    .regex(/^[A-Za-z0-9+/]*={0,2}$/, 'not base64')
    .default('')
    .describe('Base64; at most 8 MiB before'),
});

export const RelayAnswer = z.strictObject({
  status: z.number().int(),
  headers: z.record(z.string(), z.string()),
  body: z.string().describe('Base64; at most 8 MiB before'),
});

export const Fidelity = z.strictObject({
  rows: z.array(
    z.strictObject({
      service: z.string(),
      operation: z.string(),
      fidelity: z
        .enum(['real', 'simplified', 'shape-only'])
        .describe('real: as documented; simplified: `differs` says what is not; shape-only: remembered, no effect'),
      differs: z.string(),
    }),
  ),
  missing: z.array(z.strictObject({ service: z.string(), operations: z.number().int() })),
});

export type LabJournalEntry = z.infer<typeof LabJournalEntry>;
export type LabJournal = z.infer<typeof LabJournal>;
export type LabBill = z.infer<typeof LabBill>;
export type LabNodeStates = z.infer<typeof LabNodeStates>;
export type LabCredentials = z.infer<typeof LabCredentials>;
export type RelayRequest = z.infer<typeof RelayRequest>;
export type RelayAnswer = z.infer<typeof RelayAnswer>;
export type Fidelity = z.infer<typeof Fidelity>;
