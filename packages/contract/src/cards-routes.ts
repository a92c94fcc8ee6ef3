import { createRoute, z } from '@hono/zod-openapi';
import { answers, body, Done } from './answers.ts';
import { Uuid } from './attempt.ts';
import {
  CardBatch,
  CardDraft,
  CardForecast,
  CardFromItem,
  CardOrigin,
  CardOverview,
  CardPage,
  CardQueue,
  CardStateFilter,
  CardsImported,
  PutOwnCard,
  ReviewsTaken,
  SendReviews,
  StudyCard,
  StudySettings,
  StudySettingsShown,
} from './cards.ts';
import { ProblemDetails } from './problem.ts';
import { storedText } from './stored-text.ts';

const exam = z.string().max(40).optional();
const timeZone = z.string().max(60).optional().describe('IANA name; absent: that of last use');
const ownParams = z.object({ cardId: Uuid.describe('Made by the client, so that a repeated request makes one card') });

export const getCardOverview = createRoute({
  method: 'get',
  path: '/api/cards/overview',
  summary: 'Decks by exam and domain, what is due, and how much was recalled of late',
  request: { query: z.object({ timeZone }) },
  responses: answers(CardOverview, 'The overview'),
});

export const getCardQueue = createRoute({
  method: 'get',
  path: '/api/cards/queue',
  summary: 'The next cards of one exam or of all, with both sides, and why they come',
  request: {
    query: z.object({
      exam,
      timeZone,
      limit: z.coerce.number().int().min(1).max(200).default(50),
      beyond: z.enum(['true']).optional().describe('Also what exceeds the minutes of today'),
    }),
  },
  responses: answers(CardQueue, 'The queue'),
});

export const sendCardReviews = createRoute({
  method: 'post',
  path: '/api/cards/reviews',
  summary: 'Log answers to cards, in any order and from any number of devices; each id counts once',
  request: { body: body(SendReviews) },
  responses: answers(ReviewsTaken, 'What was stored, and what is remembered now'),
});

export const getCardForecast = createRoute({
  method: 'get',
  path: '/api/cards/forecast',
  summary: 'The load of the coming days, overdue cards counted',
  request: { query: z.object({ exam, timeZone, days: z.coerce.number().int().min(1).max(60).default(14) }) },
  responses: answers(CardForecast, 'One entry a day, today first'),
});

export const listCards = createRoute({
  method: 'get',
  path: '/api/cards',
  summary: 'Cards by exam, task, state, origin and words',
  request: {
    query: z.object({
      exam,
      task: z.string().max(60).optional(),
      state: CardStateFilter.optional(),
      origin: CardOrigin.optional(),
      q: storedText(100).optional(),
      offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
      limit: z.coerce.number().int().min(1).max(100).default(50),
      timeZone,
    }),
  },
  responses: answers(CardPage, 'One page of cards'),
});

export const putOwnCard = createRoute({
  method: 'put',
  path: '/api/cards/own/{cardId}',
  summary: 'Write an own card, or change it',
  request: { params: ownParams, body: body(PutOwnCard) },
  responses: answers(StudyCard, 'The card'),
});

export const deleteOwnCard = createRoute({
  method: 'delete',
  path: '/api/cards/own/{cardId}',
  summary: 'Remove an own card. What is gone already stays gone',
  request: { params: ownParams },
  responses: answers(Done, 'Removed'),
});

export const suspendCards = createRoute({
  method: 'post',
  path: '/api/cards/suspension',
  summary: 'Leave cards out of the queue, or take them back',
  request: { body: body(CardBatch.extend({ isSuspended: z.boolean() })) },
  responses: answers(Done, 'Done'),
});

export const resetCards = createRoute({
  method: 'post',
  path: '/api/cards/reset',
  summary: 'Begin cards anew: their reviews stay in the log and no longer count',
  request: { body: body(CardBatch) },
  responses: answers(Done, 'Done'),
});

export const draftCardFromItem = createRoute({
  method: 'post',
  path: '/api/cards/from-item',
  summary: 'A draft of a card from a question whose answer counts; PUT the own card to keep it',
  request: { body: body(CardFromItem) },
  responses: answers(CardDraft, 'The draft'),
});

const ANKI = 'application/octet-stream';

export const exportCards = createRoute({
  method: 'get',
  path: '/api/cards/export',
  summary: 'Cards of one exam or of all as an Anki package (.apkg), with their schedule',
  request: { query: z.object({ exam }) },
  responses: {
    200: { content: { [ANKI]: { schema: z.string().openapi({ format: 'binary' }) } }, description: 'The package' },
    default: {
      content: { 'application/problem+json': { schema: ProblemDetails } },
      description: 'A problem (RFC 9457)',
    },
  },
});

export const importCards = createRoute({
  method: 'post',
  path: '/api/cards/import',
  summary: 'Take over an Anki package of at most 50 MB; a second time it updates and doubles nothing',
  request: {
    query: z.object({ exam }),
    body: { content: { [ANKI]: { schema: z.string().openapi({ format: 'binary' }) } }, required: true },
  },
  responses: answers(CardsImported, 'What was taken over, and what was not'),
});

export const getStudySettings = createRoute({
  method: 'get',
  path: '/api/study-settings',
  summary: 'How the learner wants to study',
  responses: answers(StudySettingsShown, 'The settings'),
});

export const putStudySettings = createRoute({
  method: 'put',
  path: '/api/study-settings',
  summary: 'Change how to study',
  request: { body: body(StudySettings) },
  responses: answers(StudySettingsShown, 'The settings'),
});
