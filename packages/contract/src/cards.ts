import { z } from '@hono/zod-openapi';
import { AttemptEvent, AttemptId, Uuid } from './attempt.ts';
import { storedText } from './stored-text.ts';

/** Cards: what to review, what was reviewed, and the cards that learners write. */

const instant = AttemptEvent.options[0].shape.at;
const CardId = z.string().min(1).max(160).describe('Exam and slug for a card of the content, an id for an own one');
const Exam = z.string().max(40);

export const CardRating = z.enum(['again', 'hard', 'good', 'easy']);

/** A memory as the scheduler holds it, so that a page can go on by itself while the server is away. */
export const ShownMemory = z.strictObject({
  stability: z.number().describe('Days after which recall has fallen to 90 %'),
  difficulty: z.number(),
  lastReviewAt: z.number().int(),
  dueAt: z.number().int(),
  reps: z.number().int(),
  lapses: z.number().int(),
  phase: z.enum(['learning', 'review', 'relearning']),
  step: z.number().int(),
});

export const CardOrigin = z.enum(['content', 'own', 'missed', 'glossary', 'anki']);

export const StudyCard = z.strictObject({
  id: CardId,
  origin: CardOrigin,
  exam: z.string().nullable(),
  task: z.string().nullable().describe('Task statement, such as aif-c01/1.1'),
  front: z.string().describe('Inline Markdown'),
  back: z.string(),
  tags: z.array(z.string()),
  sources: z.array(z.strictObject({ url: z.string(), title: z.string(), checkedOn: z.string() })),
  isSuspended: z.boolean(),
  memory: ShownMemory.nullable().describe('Null for a card never reviewed'),
});

export const QueueReason = z
  .enum([
    ...['in-steps', 'due', 'new-card', 'step-ahead'],
    ...['would-fall', 'last-look', 'worth-strengthening', 'time-left'],
  ] as const)
  .describe('Why the card comes now; the last four in exam-date mode');

export const CardCounts = z.strictObject({
  left: z.number().int().describe('Cards that today still holds'),
  due: z.number().int().describe('Of these, reviews and steps'),
  newCards: z.number().int().describe('Of these, cards never seen'),
  later: z.number().int().describe('Due, but beyond the minutes of today; they wait, and are no debt'),
  doneToday: z.number().int().describe('Answers given today'),
  newToday: z.number().int().describe('Cards first seen today'),
  minutesToday: z.number().describe('Spent on cards today'),
  minutesLeft: z.number().describe('Expected for what is left'),
});

export const CardQueue = z.strictObject({
  cards: z.array(StudyCard.extend({ reason: QueueReason })),
  counts: CardCounts,
  nextDueAt: z.number().int().nullable().describe('When the next card that is not in this queue falls due'),
  examDay: z
    .strictObject({
      exam: z.string(),
      day: z.string(),
      daysLeft: z.number().int(),
      recallLeft: z.number().describe('Expected recall on the exam day without another review'),
      recallReviewed: z.number().describe('And after the reviews of today'),
    })
    .nullable()
    .describe('Set when the exam day decides what comes'),
  parameters: z
    .strictObject({
      weights: z.array(z.number()),
      desiredRetention: z.number(),
      maximumIntervalDays: z.number().int(),
    })
    .describe('Of the memory model, to foretell the intervals'),
  now: z.number().int(),
});

export const SentReview = z.strictObject({
  id: Uuid.describe('Made by the client; sent again it counts once'),
  cardId: CardId,
  rating: CardRating,
  at: instant,
  timeZone: z.string().max(60).describe('IANA name of the zone where it happened'),
  seconds: z.number().min(0).max(3600),
});

export const SendReviews = z.strictObject({ reviews: z.array(SentReview).min(1).max(200) });

export const ReviewsTaken = z.strictObject({
  acknowledged: z.array(z.string()).describe('Stored, now or before'),
  rejected: z.array(z.strictObject({ id: z.string(), message: z.string() })).describe('Never to be stored'),
  states: z.array(z.strictObject({ cardId: z.string(), memory: ShownMemory.nullable() })),
});

const Weekday = z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']);

/** How somebody wants to study. Each field has a default, so that a new one needs no migration. */
export const StudySettings = z.strictObject({
  desiredRetention: z.number().min(0.7).max(0.97).default(0.9),
  newCardsADay: z.number().int().min(0).max(200).default(10),
  minutesADay: z.number().int().min(1).max(600).default(20).describe('For cards'),
  isBalanced: z.boolean().default(true).describe('Spread due days to an even load'),
  daysOff: z.array(Weekday).max(6).default([]),
  dayStartsAtHour: z.number().int().min(0).max(23).default(4),
  examDays: z
    .record(Exam, z.strictObject({ isOn: z.boolean(), day: z.iso.date().nullable() }))
    .default({})
    .describe('Exam-date mode by exam; without a day of its own that of the plan counts'),
  timeZone: z.string().max(60).default('UTC').describe('Of last use'),
});

export const StudySettingsShown = z.strictObject({
  settings: StudySettings,
  examDays: z.record(z.string(), z.string()).describe('Days that plans hold, by exam'),
  fitted: z
    .strictObject({ at: z.number().int(), reviews: z.number().int() })
    .nullable()
    .describe('Set when the memory model is fitted to this learner'),
});

export const PutOwnCard = z.strictObject({
  front: storedText(4000).pipe(z.string().trim().min(1)),
  back: storedText(4000).pipe(z.string().trim().min(1)),
  exam: Exam.nullable(),
  task: z.string().max(60).nullable(),
  tags: z.array(storedText(60)).max(20).default([]),
  origin: z.enum(['own', 'missed', 'glossary']).default('own'),
  source: storedText(160).nullable().default(null).describe('What it was made of; the same source makes one card'),
});

export const CardDraft = z.strictObject({
  front: z.string(),
  back: z.string(),
  exam: z.string().nullable(),
  task: z.string().nullable(),
  origin: z.enum(['own', 'missed', 'glossary']),
  source: z.string(),
  cardId: z.string().nullable().describe('The card that was made of it already'),
});

export const CardFromItem = z.strictObject({ attemptId: AttemptId, slot: z.string().max(20) });

export const CardBatch = z.strictObject({ cardIds: z.array(CardId).min(1).max(200) });

export const CardStateFilter = z.enum(['new', 'learning', 'review', 'due', 'suspended']);

export const CardPage = z.strictObject({
  cards: z.array(StudyCard),
  total: z.number().int(),
  offset: z.number().int(),
});

export const CardForecast = z.strictObject({
  days: z.array(
    z.strictObject({
      day: z.string(),
      reviews: z.number().int().describe('Overdue ones among them'),
      overdue: z.number().int(),
      newCards: z.number().int(),
      minutes: z.number(),
    }),
  ),
});

export const DeckSummary = z.strictObject({
  exam: z.string().nullable().describe('Null for cards of no exam'),
  code: z.string().nullable(),
  title: z.string(),
  cards: z.number().int(),
  seen: z.number().int(),
  due: z.number().int(),
  suspended: z.number().int(),
  recall: z.number().nullable().describe('Mean chance of recall now of the cards seen'),
  domains: z.array(
    z.strictObject({
      number: z.number().int(),
      name: z.string(),
      cards: z.number().int(),
      seen: z.number().int(),
      recall: z.number().nullable(),
    }),
  ),
});

export const CardOverview = z.strictObject({
  decks: z.array(DeckSummary),
  counts: CardCounts,
  nextDueAt: z.number().int().nullable(),
  retention: z
    .strictObject({ reviews: z.number().int(), recalled: z.number().int() })
    .describe('Answers of the last 30 days to cards that had been learnt'),
});

export const CardsImported = z.strictObject({
  added: z.number().int(),
  updated: z.number().int().describe('Brought before; their words are those of the file now'),
  own: z.number().int().describe('Cards of Cairn that came back'),
  scheduled: z.number().int().describe('Cards that took over what Anki remembers, as it saw them last'),
  loss: z
    .array(z.strictObject({ count: z.number().int(), sentence: z.string() }))
    .describe('What of the file is not here, or not as it was'),
});

export type CardsImported = z.infer<typeof CardsImported>;
export type CardRating = z.infer<typeof CardRating>;
export type ShownMemory = z.infer<typeof ShownMemory>;
export type StudyCard = z.infer<typeof StudyCard>;
export type CardOrigin = z.infer<typeof CardOrigin>;
export type QueueReason = z.infer<typeof QueueReason>;
export type CardCounts = z.infer<typeof CardCounts>;
export type CardQueue = z.infer<typeof CardQueue>;
export type SentReview = z.infer<typeof SentReview>;
export type ReviewsTaken = z.infer<typeof ReviewsTaken>;
export type StudySettings = z.infer<typeof StudySettings>;
export type StudySettingsShown = z.infer<typeof StudySettingsShown>;
export type PutOwnCard = z.infer<typeof PutOwnCard>;
export type CardDraft = z.infer<typeof CardDraft>;
export type CardStateFilter = z.infer<typeof CardStateFilter>;
export type CardPage = z.infer<typeof CardPage>;
export type CardForecast = z.infer<typeof CardForecast>;
export type DeckSummary = z.infer<typeof DeckSummary>;
export type CardOverview = z.infer<typeof CardOverview>;
