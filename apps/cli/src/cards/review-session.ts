import { randomUUID } from 'node:crypto';
import type { CardQueue, CardRating, ReviewsTaken, SentReview } from '@cairn/contract';
import { type CardMemory, preview } from '@cairn/scheduling';
import type { LocalApi } from '@cairn/server';
import { UsageError } from '../failure.ts';
import type { Answers } from './terminal.ts';

type QueueCard = CardQueue['cards'][number];

export type SessionParts = {
  readonly api: Pick<LocalApi, 'call'>;
  readonly answers: Pick<Answers, 'next'>;
  readonly print: (text: string) => void;
  readonly now: () => number;
  readonly timeZone: string;
  readonly exam: string | undefined;
  /** Answers after which the session ends; undefined for no limit. */
  readonly limit: number | undefined;
};

export type SessionDone = { readonly answers: number; readonly left: number; readonly nextDueAt: number | null };

const RATINGS: Readonly<Record<string, CardRating>> = { 1: 'again', 2: 'hard', 3: 'good', 4: 'easy' };
const LONGEST_SECONDS = 120;

/** Cards one after another until the day is done, the limit is reached, or somebody quits. Each answer is stored at once. */
export async function reviewInTerminal(parts: SessionParts): Promise<SessionDone> {
  const { print, limit = Number.POSITIVE_INFINITY } = parts;
  let answers = 0;
  for (;;) {
    const queue = await queueOf(parts);
    const [card] = queue.cards;
    const done = { answers, left: queue.counts.left, nextDueAt: queue.nextDueAt };
    if (card === undefined || answers >= limit) return done;
    print(`\n${headOf(card, queue)}\n\n${card.front}\n`);
    const shownAt = parts.now();
    const rating = await ask(card, queue, parts);
    if (rating === undefined) return done;
    const seconds = Math.min(LONGEST_SECONDS, (parts.now() - shownAt) / 1000);
    await store(parts, { cardId: card.id, rating, seconds });
    answers += 1;
  }
}

function queueOf({ api, exam, timeZone }: SessionParts): Promise<CardQueue> {
  const search = new URLSearchParams({ timeZone, limit: '1', ...(exam !== undefined && { exam }) });
  return api.call<CardQueue>('GET', `/api/cards/queue?${search}`);
}

function headOf({ task, exam }: QueueCard, { counts }: CardQueue): string {
  const where = (task ?? exam ?? 'own').replace('/', ' ').toUpperCase();
  return `${where} · ${counts.left} left today`;
}

/** Shows the back, then takes the rating; undefined when somebody quits. */
async function ask(card: QueueCard, queue: CardQueue, parts: SessionParts): Promise<CardRating | undefined> {
  const { answers, print } = parts;
  print('Any key or Enter shows the answer, q quits.');
  if (isQuit(await answers.next())) return undefined;
  print(`${card.back}\n\n${choices(card, queue, parts.now())}`);
  for (;;) {
    const given = await answers.next();
    if (isQuit(given)) return undefined;
    const rating = RATINGS[given?.trim() ?? ''];
    if (rating !== undefined) return rating;
    print(`"${given?.trim().slice(0, 20)}" is no rating; press 1, 2, 3 or 4, or q to quit.`);
  }
}

const isQuit = (given: string | undefined): boolean => given === undefined || given.trim().toLowerCase() === 'q';

function choices({ memory }: QueueCard, { parameters }: CardQueue, now: number): string {
  const at = now as CardMemory['dueAt']; // whole milliseconds
  const after = preview((memory as CardMemory | null) ?? undefined, at, parameters); // the contract's memory is the scheduler's
  const waits = Object.entries(RATINGS).map(
    ([key, rating]) => `${key} ${rating} (${waitText(after[rating].dueAt - now)})`,
  );
  return `${waits.join('   ')}   q quit`;
}

/** "10 min", "3 h", "12 d". */
export function waitText(milliseconds: number): string {
  const minutes = Math.max(1, Math.round(milliseconds / 60_000));
  if (minutes < 60) return `${minutes} min`;
  return minutes < 1440 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1440)} d`;
}

async function store(
  { api, now, timeZone }: SessionParts,
  answer: Pick<SentReview, 'cardId' | 'rating' | 'seconds'>,
): Promise<void> {
  const review: SentReview = { id: randomUUID(), at: now(), timeZone, ...answer };
  const { rejected } = await api.call<ReviewsTaken>('POST', '/api/cards/reviews', { reviews: [review] });
  const [refused] = rejected;
  // Asking the same card again would only be refused again.
  if (refused) throw new UsageError(`The answer was not taken: ${refused.message}`);
}
