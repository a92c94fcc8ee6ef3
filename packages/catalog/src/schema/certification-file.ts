import { z } from 'zod';
import { BACKGROUNDS, type Background as BackgroundName } from '../vocabulary.ts';
import { CalendarDay, ExamCode, factOf, Grade, Provenance, Slug, SourceKey, TaskId, Text } from './fields.ts';

export const Vendor = z.enum(['aws', 'microsoft']);
export type Vendor = z.infer<typeof Vendor>;

export const Status = z.enum(['announced', 'beta', 'active', 'retiring', 'retired']);
export type Status = z.infer<typeof Status>;

const Percent = z.number().min(0).max(100);
const Hours = z.tuple([z.number().positive(), z.number().positive()]);

const Task = z.strictObject({ id: TaskId, text: Text, skills: z.array(Slug).max(12) });

export const Domain = z.strictObject({
  number: z.int().positive(),
  name: Text,
  weight: Percent.optional().describe('Percent of the scored questions; absent when not published'),
  weightMin: Percent.optional(),
  weightMax: Percent.optional(),
  derived: z.boolean().optional().describe('true: the vendor gives a range, and the weight is its scaled midpoint'),
  note: Text.optional(),
  tasks: z.array(Task),
});
export type Domain = z.infer<typeof Domain>;

const Questions = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('exact'),
    total: z.int().positive(),
    scored: z.int().positive().optional(),
    unscored: z.int().min(0).optional(),
  }),
  z.strictObject({ kind: z.literal('range'), low: z.int().positive(), high: z.int().positive() }),
]);
export type Questions = z.infer<typeof Questions>;

const Language = z.strictObject({
  code: z.string().regex(/^[a-z]{2}(-[A-Za-z]{2,4})?$/, 'write a language code such as en or zh-Hans'),
  name: Text,
  from: CalendarDay.optional().describe('Offered from this day; absent: already offered'),
  until: CalendarDay.optional().describe('Last day on which the exam is offered in this language'),
});

const Validity = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('years'), years: z.number().positive() }),
  z.strictObject({ kind: z.literal('no-expiry') }),
]);

const Renewal = z.strictObject({
  how: z.enum(['exam', 'free-assessment', 'not-needed', 'not-possible']),
  text: Text,
});

const Beta = z.strictObject({
  bookingCode: Text.optional(),
  questions: z.int().positive(),
  minutes: z.int().positive(),
  priceUsd: z.number().min(0),
  ...Provenance,
});

const studyHours = Object.fromEntries(BACKGROUNDS.map((name) => [name, Hours])) as Record<BackgroundName, typeof Hours>;

export const CertificationFile = z.strictObject({
  schema: z.literal('certification/1'),
  code: ExamCode,
  name: Text,
  vendor: Vendor,
  level: z.enum(['foundational', 'associate', 'professional', 'specialty', 'expert', 'business']),
  status: Status,
  lifecycle: z.strictObject({
    betaFrom: CalendarDay.optional(),
    activeFrom: CalendarDay.optional().describe('Standard exam from this day; may be a reported future day'),
    retiresOn: CalendarDay.optional().describe('Last exam day, still ahead'),
    retiredOn: CalendarDay.optional().describe('Last exam day, past (of the English exam if languages differ)'),
    ...Provenance,
  }),
  guideVersion: Text,
  domains: z.array(Domain).min(1),
  domainEvidence: z.strictObject({ domains: Grade, tasks: Grade, sources: z.array(SourceKey), checkedOn: CalendarDay }),
  exam: z.strictObject({
    questions: factOf(Questions),
    minutes: factOf(z.int().positive()),
    pass: factOf(z.strictObject({ score: z.number(), min: z.number(), max: z.number() })),
    priceUsd: factOf(z.number().min(0)),
    beta: Beta.optional(),
  }),
  languages: factOf(z.strictObject({ complete: z.boolean(), listed: z.array(Language) })),
  validity: factOf(Validity),
  renewal: factOf(Renewal),
  renews: z.array(ExamCode).describe('Certifications that passing this exam renews, itself excluded'),
  prerequisites: factOf(Text),
  requires: z
    .strictObject({ anyOf: z.array(ExamCode).min(1), otherCodes: z.array(Text).optional() })
    .optional()
    .describe('A hard requirement: one of these must be held'),
  outOfScope: z.array(Text),
  services: factOf(z.array(Text)),
  questionTypes: factOf(z.array(Slug)),
  labPossible: z.boolean(),
  steppingStones: z.array(ExamCode).describe('Exams worth passing before this one, in order; optional, our advice'),
  successors: z.array(ExamCode).describe("Today's equivalents of an exam that is over or ending, nearest first"),
  successorNote: Text.optional(),
  experienceYears: z.tuple([z.number().min(0), z.number().min(0)]).describe('Experience the exam expects; our reading'),
  mathematics: z.int().min(0).max(4).describe('0 none … 4 research level; our estimate'),
  programming: z.int().min(0).max(4).describe('0 none … 4 professional; our estimate'),
  studyHours: z.strictObject({ basis: Text, byBackground: z.strictObject(studyHours) }),
  difficulty: z.strictObject({ value: z.int().min(1).max(5), reason: Text }).describe('Our estimate'),
});
export type Certification = z.infer<typeof CertificationFile>;
