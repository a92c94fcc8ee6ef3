import { z } from '@hono/zod-openapi';
import { storedText } from './stored-text.ts';

/** What a browser sends and receives while somebody sits an exam. No key is in any of it before the answer counts. */

/** Capitals make no other id (RFC 9562); what is stored and answered is in small letters. */
export const Uuid = z.uuid().toLowerCase();

export const AttemptId = Uuid.describe('Made by the client, so that a repeated request starts nothing twice');
export const TabId = Uuid.describe('Made by each browser tab; one tab at a time may write to an attempt');

export const Timing = z.strictObject({
  factor: z.union([z.literal(1), z.literal(1.5), z.literal(2), z.literal('untimed')]),
  extraMinutes: z.union([z.literal(0), z.literal(30)]).describe('+30 minutes, as for non-native speakers'),
});

export const Scope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('form') }).describe('A full form built to the blueprint'),
  z.strictObject({ kind: z.literal('domain'), domain: z.number().int(), questions: z.number().int().min(1).max(100) }),
  z.strictObject({ kind: z.literal('missed'), questions: z.number().int().min(1).max(100) }).describe('Missed before'),
  z.strictObject({ kind: z.literal('unseen'), questions: z.number().int().min(1).max(100) }).describe('Not seen yet'),
]);

export const StartAttempt = z.strictObject({
  id: AttemptId,
  tabId: TabId,
  exam: z.string().max(40),
  mode: z.enum(['exam', 'study']),
  timing: Timing,
  scope: Scope,
  seed: storedText(80).optional().describe('Repeats a form; absent, the server draws one'),
});

/** The last moment that a JavaScript clock can show; PostgreSQL goes further. */
const LAST_INSTANT = 8.64e15;

const base = {
  id: Uuid,
  at: z.number().int().min(0).max(LAST_INSTANT).describe('Client clock, milliseconds since 1970'),
};
const slot = z.string().max(20);

/** One thing the candidate did. Sent in order, kept in the browser until acknowledged, safe to send again. */
export const AttemptEvent = z.discriminatedUnion('kind', [
  z.strictObject({ ...base, kind: z.literal('visit'), slot }),
  z.strictObject({
    ...base,
    kind: z.literal('answer'),
    slot,
    response: z.unknown().describe('Response, or null to clear'),
  }),
  z.strictObject({ ...base, kind: z.literal('flag'), slot, flagged: z.boolean() }),
  z.strictObject({ ...base, kind: z.literal('strike'), slot, options: z.array(storedText(80)).max(40) }),
  z.strictObject({ ...base, kind: z.literal('highlight'), slot, passages: z.array(storedText(2000)).max(50) }),
  z.strictObject({ ...base, kind: z.literal('note'), slot, text: storedText(4000) }),
  z
    .strictObject({ ...base, kind: z.literal('check'), slot })
    .describe('Study mode: commit the answer and show feedback'),
  z.strictObject({ ...base, kind: z.literal('leave-section'), section: slot }).describe('Locks it for good'),
  z.strictObject({ ...base, kind: z.literal('pause') }).describe('Study mode only'),
  z.strictObject({ ...base, kind: z.literal('resume') }).describe('Study mode only'),
  z.strictObject({ ...base, kind: z.literal('submit') }),
]);

export const SendEvents = z.strictObject({ tabId: TabId, events: z.array(AttemptEvent).max(500) });

/** Why one event was not taken. The others of the same request still count. */
export const Rejection = z.strictObject({
  id: z.uuid(),
  reason: z.enum([
    'after-time',
    'attempt-over',
    'section-locked',
    'already-checked',
    'unknown-slot',
    'invalid-response',
    'not-in-this-mode',
  ]),
  message: z.string(),
});

export const Clock = z.strictObject({
  serverNow: z.number().int(),
  remainingSeconds: z.number().nullable().describe('null when untimed or over'),
  paused: z.boolean(),
});

export const SlotState = z.strictObject({
  response: z.unknown().nullable(),
  answered: z.boolean(),
  seen: z.boolean(),
  flagged: z.boolean(),
  checked: z.boolean(),
  struckOut: z.array(z.string()),
  highlights: z.array(z.string()),
  note: z.string(),
  seconds: z.number(),
});

/** What may be shown once an answer counts: study mode after `check`, exam mode after the end. */
export const Feedback = z.strictObject({
  solution: z.unknown(),
  why: z.record(z.string(), z.string()),
  parts: z.array(z.strictObject({ id: z.string(), correct: z.boolean() })),
  points: z.number(),
  possible: z.number(),
  sources: z.array(z.strictObject({ url: z.string(), title: z.string(), checkedOn: z.string() })),
  reviewBy: z.string().nullable().describe('From this day on its facts wait to be checked again'),
});

export const PublishedSlot = z.strictObject({
  id: slot,
  number: z.number().int(),
  itemId: z.string().nullable().describe('Once the answer counts: its name may tell the answer'),
  task: z.string().nullable().describe('Task statement, in study mode only: a real exam does not name it'),
  domain: z.number().int().nullable(),
  question: z.unknown().describe('Published question, without any key'),
  practiceOnly: z.boolean(),
});

export const PublishedSection = z.strictObject({
  id: slot,
  kind: z.enum(['questions', 'case-study', 'series']),
  title: z.string(),
  lock: z.enum(['free', 'on-leaving', 'forward-only']),
  context: z
    .strictObject({
      title: z.string(),
      tabs: z.array(z.strictObject({ id: z.string(), title: z.string(), text: z.string() })),
    })
    .nullable(),
  slots: z.array(PublishedSlot),
});

export const Attempt = z.strictObject({
  id: AttemptId,
  exam: z.string(),
  certification: z.string(),
  title: z.string(),
  mode: z.enum(['exam', 'study']),
  scope: Scope,
  timing: Timing,
  state: z.enum(['running', 'paused', 'over']),
  overReason: z.enum(['submitted', 'timed-out']).nullable(),
  startedAt: z.number().int(),
  overAt: z.number().int().nullable(),
  clock: Clock,
  limitSeconds: z.number().nullable(),
  tools: z.strictObject({ calculator: z.boolean() }),
  sections: z.array(PublishedSection),
  slots: z.record(z.string(), SlotState),
  lockedSections: z.array(z.string()),
  currentSlot: z.string().nullable().describe('Last visited, where a resumed sitting opens'),
  feedback: z.record(z.string(), Feedback).describe('By slot; checked ones in study mode, all once over'),
  isActiveTab: z.boolean(),
});

export const EventsAcknowledged = z.strictObject({
  acknowledged: z.array(z.uuid()).describe('Stored, now or before; safe to forget'),
  rejected: z.array(Rejection),
  savedAt: z.number().int(),
  clock: Clock,
  state: z.enum(['running', 'paused', 'over']),
  feedback: z.record(z.string(), Feedback).describe('For slots checked by this request'),
});

const Band = z.strictObject({ low: z.number(), estimate: z.number(), high: z.number() });

export const Report = z.strictObject({
  attemptId: AttemptId,
  exam: z.string(),
  certification: z.string(),
  title: z.string(),
  mode: z.enum(['exam', 'study']),
  scope: Scope,
  overReason: z.enum(['submitted', 'timed-out']),
  startedAt: z.number().int(),
  overAt: z.number().int(),
  usedSeconds: z.number(),
  outageSeconds: z.number().describe('Given back because no Cairn was running; 0 if one always was'),
  limitSeconds: z.number().nullable(),
  scale: z.strictObject({ min: z.number(), max: z.number(), pass: z.number() }),
  scored: z.strictObject({ questions: z.number(), points: z.number(), possible: z.number(), percent: z.number() }),
  unscored: z.strictObject({ questions: z.number(), points: z.number(), possible: z.number() }),
  cutPercent: z.number().describe('Angoff cut of this form: the mean rating of its scored questions, as percent'),
  scaled: Band.describe("Estimate from our items with an 80 % interval; never the vendor's own scale"),
  theta: z.strictObject({ estimate: z.number(), standardError: z.number() }),
  verdict: z.enum(['likely-pass', 'too-close', 'likely-fail']),
  passProbability: z.number().describe('Posterior probability that ability lies above the cut, 0 to 1'),
  domains: z.array(
    z.strictObject({
      number: z.number().int(),
      name: z.string(),
      weightPercent: z.number(),
      questions: z.number(),
      points: z.number(),
      possible: z.number(),
      percent: Band,
      band: z.enum(['meets', 'needs-improvement', 'too-few-answers']),
    }),
  ),
  questions: z.array(
    z.strictObject({
      slot,
      number: z.number().int(),
      itemId: z.string(),
      kind: z.string(),
      domain: z.number().int(),
      task: z.string(),
      scored: z.boolean(),
      answered: z.boolean(),
      flagged: z.boolean(),
      points: z.number(),
      possible: z.number(),
      seconds: z.number(),
      angoff: z.number(),
    }),
  ),
  next: z
    .array(
      z.strictObject({
        task: z.string(),
        text: z.string(),
        missed: z.number(),
        of: z.number(),
        reading: z.array(z.strictObject({ url: z.string(), title: z.string() })),
      }),
    )
    .describe('What to do next, weakest task first'),
});

/** What a corrected key did to one question of an attempt that is over. */
export const CorrectedQuestion = z.strictObject({
  slot: z.string(),
  number: z.number().int(),
  itemId: z.string(),
  fromVersion: z.number().int(),
  toVersion: z.number().int(),
  before: z.strictObject({ points: z.number(), possible: z.number() }),
  after: z.strictObject({ points: z.number(), possible: z.number() }),
  outcome: z
    .enum(['regraded', 'kept'])
    .describe('kept: the question changed so much that the answer no longer fits; the old key stands'),
});

/** A report, and what it would be by the keys of today if one was corrected since. */
export const ReportWithCorrection = Report.extend({
  correction: z
    .strictObject({ correctedAt: z.number().int(), changes: z.array(CorrectedQuestion), report: Report })
    .nullable(),
});

export const ExamSummary = z.strictObject({
  id: z.string(),
  certification: z.string(),
  code: z.string(),
  title: z.string(),
  vendor: z.enum(['aws', 'microsoft']),
  status: z.string(),
  questions: z.number(),
  unscored: z.number(),
  minutes: z.number(),
  credit: z.enum(['all-or-nothing', 'per-part']),
  scale: z.strictObject({ min: z.number(), max: z.number(), pass: z.number() }),
  navigation: z.enum(['free', 'sections']),
  tools: z.strictObject({ calculator: z.boolean() }),
  rules: z.array(z.string()).describe('What the start page says, in sentences'),
  notes: z.array(z.strictObject({ text: z.string(), grade: z.string(), source: z.string(), checkedOn: z.string() })),
  bank: z.strictObject({
    items: z.number(),
    questions: z.number(),
    byKind: z.record(z.string(), z.number()),
    byDomain: z.array(
      z.strictObject({ number: z.number(), name: z.string(), weightPercent: z.number(), questions: z.number() }),
    ),
    canFillForm: z.boolean(),
    missing: z.array(z.string()).describe('What the bank lacks for a full form, in sentences'),
  }),
});

export const AttemptSummary = z.strictObject({
  id: AttemptId,
  exam: z.string(),
  title: z.string(),
  mode: z.enum(['exam', 'study']),
  scope: Scope,
  state: z.enum(['running', 'paused', 'over']),
  startedAt: z.number().int(),
  overAt: z.number().int().nullable(),
  questions: z.number(),
  answered: z.number(),
  percent: z.number().nullable(),
  scaled: Band.nullable(),
  corrected: z
    .strictObject({ percent: z.number(), isSeen: z.boolean() })
    .nullable()
    .describe('By corrected keys, if a key was corrected since'),
});

export type StartAttempt = z.infer<typeof StartAttempt>;
export type AttemptEvent = z.infer<typeof AttemptEvent>;
export type Attempt = z.infer<typeof Attempt>;
export type SlotState = z.infer<typeof SlotState>;
export type PublishedSection = z.infer<typeof PublishedSection>;
export type PublishedSlot = z.infer<typeof PublishedSlot>;
export type Feedback = z.infer<typeof Feedback>;
export type EventsAcknowledged = z.infer<typeof EventsAcknowledged>;
export type Rejection = z.infer<typeof Rejection>;
export type Report = z.infer<typeof Report>;
export type CorrectedQuestion = z.infer<typeof CorrectedQuestion>;
export type ReportWithCorrection = z.infer<typeof ReportWithCorrection>;
export type ExamSummary = z.infer<typeof ExamSummary>;
export type AttemptSummary = z.infer<typeof AttemptSummary>;
