import { createRoute, z } from '@hono/zod-openapi';
import { answers, body, Done } from './answers.ts';
import { Uuid } from './attempt.ts';
import { storedJson, storedText } from './stored-text.ts';

/** As many as an integer of the database holds. */
const Postings = z.number().int().min(0).max(2_147_483_647);

const Evidence = storedJson()
  // The list of surveys counts by it: what is no count here would break the whole list later.
  .refine(({ postings }) => Postings.safeParse(postings).success, { error: 'has no whole number of postings' })
  .describe('Counts and quotes as the advisor takes them, key `postings` of a profile');

/** A survey as a list shows it. */
export const SurveyHeading = z.strictObject({
  id: Uuid,
  name: storedText(120),
  postings: z.number().int().min(0).describe('How many were read; duplicates once'),
  madeAt: z.number().int(),
});
export type SurveyHeading = z.infer<typeof SurveyHeading>;

/** What the browser found in postings. The postings themselves are not sent. */
export const SavedSurvey = z.strictObject({
  ...SurveyHeading.shape,
  survey: storedJson().describe('Counts, shares, quotes and a sample, as @cairn/postings makes them'),
  evidence: Evidence,
});
export type SavedSurvey = z.infer<typeof SavedSurvey>;

/** A survey as it is sent: under a name that a list can show. */
const NewSurvey = SavedSurvey.pick({ name: true, survey: true, evidence: true }).extend({
  name: storedText(120).pipe(z.string().trim().min(1)),
});

const params = z.object({ surveyId: Uuid.describe('Made by the client') });

export const listSurveys = createRoute({
  method: 'get',
  path: '/api/postings/surveys',
  summary: 'Surveys of postings, newest first',
  responses: answers(z.strictObject({ surveys: z.array(SurveyHeading) }), 'Surveys'),
});

export const getSurvey = createRoute({
  method: 'get',
  path: '/api/postings/surveys/{surveyId}',
  summary: 'One survey of postings, whole',
  request: { params },
  responses: answers(SavedSurvey, 'The survey'),
});

export const putSurvey = createRoute({
  method: 'put',
  path: '/api/postings/surveys/{surveyId}',
  summary: 'Keep a survey under an id made by the client; sent again, it is replaced',
  request: { params, body: body(NewSurvey) },
  responses: answers(SurveyHeading, 'Kept'),
});

export const deleteSurvey = createRoute({
  method: 'delete',
  path: '/api/postings/surveys/{surveyId}',
  summary: 'Delete a survey',
  request: { params },
  responses: answers(Done, 'Deleted'),
});

export const getPostingsEvidence = createRoute({
  method: 'get',
  path: '/api/postings/evidence',
  summary: 'What the newest survey says to the advisor',
  responses: answers(
    z.strictObject({
      newest: z.strictObject({ survey: SurveyHeading, evidence: Evidence }).nullable(),
    }),
    'The evidence, or null without a survey',
  ),
});

/** What the evidence holds about one skill. */
export const SkillRecord = z.strictObject({
  skill: z.string(),
  answers: z.number().int().min(0).describe('Questions answered about it, each counted once by its last answer'),
  credit: z.number().min(0).describe('Sum of the credit of those answers, each 0 to 1'),
  labSteps: z.number().int().min(0).describe('Lab steps passed that practise it'),
  lastAt: z.number().int(),
});
export type SkillRecord = z.infer<typeof SkillRecord>;

export const getSkillRecord = createRoute({
  method: 'get',
  path: '/api/skills/record',
  summary: 'What the evidence holds about each skill',
  responses: answers(z.strictObject({ skills: z.array(SkillRecord) }), 'By skill'),
});
