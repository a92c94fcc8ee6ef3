import { createRoute, z } from '@hono/zod-openapi';
import { answers, body, Done } from './answers.ts';
import { Uuid } from './attempt.ts';
import { storedJson, storedText } from './stored-text.ts';

/** The advisor's questions answered so far. The advisor itself parses it; stored as given, bounded in size. */
const Profile = storedJson();
const ProfileAnswer = z.strictObject({ profile: Profile.nullable() });

export const getHealth = createRoute({
  method: 'get',
  path: '/api/health',
  summary: 'Ready to serve: the database answers',
  responses: answers(z.strictObject({ status: z.literal('ok'), version: z.string() }), 'Healthy'),
});

export const getCatalog = createRoute({
  method: 'get',
  path: '/api/catalog',
  summary: 'Certifications, roles, skills, pay, glossary and questions and answers, with sources',
  responses: answers(z.record(z.string(), z.unknown()), 'The catalog'),
});

export const getProfile = createRoute({
  method: 'get',
  path: '/api/profile',
  summary: "The learner's answers to the advisor",
  responses: answers(ProfileAnswer, 'The profile, or null'),
});

export const putProfile = createRoute({
  method: 'put',
  path: '/api/profile',
  summary: 'Save the answers to the advisor',
  request: { body: body(z.strictObject({ profile: Profile })) },
  responses: answers(ProfileAnswer, 'Saved'),
});

export const SavedRoadmap = z.strictObject({
  id: Uuid,
  goal: storedText(40),
  inputs: storedJson(),
  roadmap: storedJson(),
  done: z.array(storedText(200)).max(500).describe('Ids of steps that are done'),
  catalogVersion: storedText(80),
  updatedAt: z.number().int(),
});
export type SavedRoadmap = z.infer<typeof SavedRoadmap>;

const roadmapParams = z.object({ roadmapId: Uuid });

export const listRoadmaps = createRoute({
  method: 'get',
  path: '/api/roadmaps',
  summary: 'Saved roadmaps, newest first',
  responses: answers(z.strictObject({ roadmaps: z.array(SavedRoadmap) }), 'Roadmaps'),
});

export const putRoadmap = createRoute({
  method: 'put',
  path: '/api/roadmaps/{roadmapId}',
  summary: 'Save a roadmap under an id made by the client',
  request: { params: roadmapParams, body: body(SavedRoadmap.omit({ id: true, updatedAt: true })) },
  responses: answers(SavedRoadmap, 'Saved'),
});

export const deleteRoadmap = createRoute({
  method: 'delete',
  path: '/api/roadmaps/{roadmapId}',
  summary: 'Delete a saved roadmap',
  request: { params: roadmapParams },
  responses: answers(Done, 'Deleted'),
});

export const Standing = z.strictObject({
  exam: z.string(),
  certification: z.string(),
  title: z.string(),
  answers: z.number().int().describe('Questions answered, all attempts'),
  theta: z.strictObject({ estimate: z.number(), standardError: z.number() }),
  domains: z.array(
    z.strictObject({
      number: z.number().int(),
      name: z.string(),
      answers: z.number().int(),
      theta: z.strictObject({ estimate: z.number(), standardError: z.number() }),
    }),
  ),
  itemsSeen: z.number().int(),
  itemsMissed: z.number().int(),
});
export type Standing = z.infer<typeof Standing>;

export const getStanding = createRoute({
  method: 'get',
  path: '/api/standing',
  summary: 'Where the learner stands, derived from the evidence',
  responses: answers(z.strictObject({ standings: z.array(Standing) }), 'Standing by certification'),
});
