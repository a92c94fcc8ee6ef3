import { createRoute, z } from '@hono/zod-openapi';
import { answers } from './answers.ts';
import { LONGEST_QUERY, SearchAnswer, SearchKind } from './search.ts';

export const searchEverything = createRoute({
  method: 'get',
  path: '/api/search',
  summary: 'Search lessons, terms, labs, certifications, roles and answers, and cards and questions that one has met',
  request: {
    query: z.object({
      q: z
        .string()
        .max(LONGEST_QUERY)
        .describe('Words; the last one may be unfinished. Words in quotation marks stand beside each other'),
      kind: SearchKind.optional().describe('Only this kind'),
      limit: z.coerce.number().int().min(1).max(100).default(5).describe('Results of each kind'),
    }),
  },
  responses: answers(SearchAnswer, 'What was found, by kind'),
});
