import { createRoute, z } from '@hono/zod-openapi';
import { answers } from './answers.ts';
import { AbilityEstimate } from './diagnosis.ts';

/** The chance of passing an official-length form, with what it rests on. Our estimate, never the vendor's score. */

export const ReadinessEstimate = z.strictObject({
  status: z.enum(['enough', 'not-enough-evidence']),
  probability: z.number().describe('Posterior probability of passing a new form, 0 to 1'),
  low: z.number().describe('Lower end of the 80 % band'),
  high: z.number().describe('Upper end of the 80 % band'),
});

export const ReadinessDay = ReadinessEstimate.extend({ day: z.iso.date() });

export const ReadinessDomain = z.strictObject({
  number: z.number().int(),
  name: z.string(),
  weightPercent: z.number(),
  answers: z.number().int().describe('Answers counted'),
  lastPracticeAt: z.number().int().nullable(),
  theta: AbilityEstimate,
  expectedMargin: z
    .number()
    .describe('Points of a form above (below: negative) its cut that this domain is expected to bring'),
  cutPoints: z
    .number()
    .describe('Points that its questions are worth to a just-passing candidate: its part of the cut'),
  nextHour: z.number().describe('What one hour of practice here adds to the probability: 0.01 is one percentage point'),
  missingAnswers: z.number().int().describe('Answers wanted here before a number is shown; 0 when enough'),
});

export const ReadinessPlan = z.strictObject({
  examOn: z.iso.date().nullable(),
  hoursPerWeek: z.number().nullable(),
  source: z
    .enum(['asked', 'roadmap', 'none'])
    .describe('asked: the query; roadmap: the newest saved one to this certification; none: nobody said'),
});

export const ReadinessForecast = z.strictObject({
  onExamDay: ReadinessEstimate,
  days: z.array(ReadinessDay).describe('From today to the exam, at most 60 points'),
  assumptions: z.array(z.string()).describe('In sentences'),
});

export const Readiness = z.strictObject({
  exam: z.string(),
  certification: z.string(),
  code: z.string(),
  title: z.string(),
  asOf: z.number().int(),
  answers: z.number().int(),
  lastPracticeAt: z.number().int().nullable(),
  today: ReadinessEstimate,
  missingAnswers: z.number().int().describe('Answers wanted before a number is shown; 0 when enough'),
  missing: z.string().nullable().describe('What is missing, in a sentence; null when enough'),
  theta: AbilityEstimate,
  scoredQuestions: z.number().int().describe('Questions of a form that count'),
  domains: z.array(ReadinessDomain),
  history: z.array(ReadinessDay).describe('Each day with evidence, newest 120, oldest first; recomputed from the log'),
  plan: ReadinessPlan,
  forecast: ReadinessForecast.nullable().describe('Null until an exam date in the future and hours a week are known'),
});

export const FormInformation = z.strictObject({
  exam: z.string(),
  title: z.string(),
  questions: z.number().int().describe('Scored questions of a form'),
  bankQuestions: z.number().int().describe('Questions of the bank that the mean is taken over'),
  cut: z.number().describe('Ability of the just-passing candidate: 0'),
  points: z.array(
    z.strictObject({
      theta: z.number().describe('Logits'),
      information: z.number().describe('Fisher information of a mean form, 1/logit²'),
      standardError: z.number().describe('1 / √information, logits'),
    }),
  ),
});

export type ReadinessEstimate = z.infer<typeof ReadinessEstimate>;
export type ReadinessDay = z.infer<typeof ReadinessDay>;
export type ReadinessDomain = z.infer<typeof ReadinessDomain>;
export type ReadinessPlan = z.infer<typeof ReadinessPlan>;
export type ReadinessForecast = z.infer<typeof ReadinessForecast>;
export type Readiness = z.infer<typeof Readiness>;
export type FormInformation = z.infer<typeof FormInformation>;

const params = z.object({ exam: z.string().max(40) });

export const getReadiness = createRoute({
  method: 'get',
  path: '/api/exams/{exam}/readiness',
  summary: 'Chance of passing today and on the exam day, with its band, history and what would raise it',
  request: {
    params,
    query: z.object({
      examOn: z.iso.date().optional().describe('Absent: the date of the newest roadmap to this certification'),
      hoursPerWeek: z.coerce.number().min(0).max(100).optional(),
    }),
  },
  responses: answers(Readiness, 'Readiness'),
});

export const getFormInformation = createRoute({
  method: 'get',
  path: '/api/exams/{exam}/information',
  summary: 'How precisely a mean form of this bank measures at each ability',
  request: { params },
  responses: answers(FormInformation, 'Information curve'),
});
