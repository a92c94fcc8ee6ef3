import { z } from '@hono/zod-openapi';

/** Search over everything that there is to read here, and what the learner has met or written. */

export const SEARCH_KINDS = ['lesson', 'term', 'card', 'question', 'lab', 'certification', 'role', 'faq'] as const;

export const SearchKind = z.enum(SEARCH_KINDS);

/** A longer query is a text, not a search. */
export const LONGEST_QUERY = 300;

export const SearchText = z
  .array(z.strictObject({ text: z.string(), isHit: z.boolean() }))
  .describe('Plain text in pieces; those that are hits match the query');

export const SearchResult = z.strictObject({
  kind: SearchKind,
  ref: z.string().describe('Which one of its kind, such as aif-c01/1.1 for a lesson'),
  exam: z.string().nullable(),
  title: SearchText,
  snippet: SearchText.describe('Where the words stand'),
  link: z.string().describe('Where it is read, a path of the app'),
});

export const SearchGroup = z.strictObject({
  kind: SearchKind,
  total: z.number().int().describe('All that were found, those beyond the limit too'),
  results: z.array(SearchResult).describe('Best first'),
});

export const SearchAnswer = z.strictObject({
  query: z.string().describe('As it was asked'),
  match: z
    .enum(['all', 'corrected', 'some', 'none'])
    .describe('all: every word; corrected: mistyped words were mended; some: at least one of the words'),
  searchedFor: z.string().describe('The words that were looked for in the end'),
  isReady: z.boolean().describe('false while the index is made for the first time; what is there is searched already'),
  total: z.number().int(),
  groups: z.array(SearchGroup).describe('The kind with the best result first'),
});

export type SearchKind = z.infer<typeof SearchKind>;
export type SearchText = z.infer<typeof SearchText>;
export type SearchResult = z.infer<typeof SearchResult>;
export type SearchGroup = z.infer<typeof SearchGroup>;
export type SearchAnswer = z.infer<typeof SearchAnswer>;
