import { type CardDraft, Problem, type PutOwnCard } from '@cairn/contract';
import type { Transaction } from '@cairn/db';
import { feedbackOf, slotsOf } from '@cairn/exam';
import type { Clock } from '@cairn/kernel';
import { optionsOf, type Question, stemOf } from '@cairn/question-types';
import { type ExamLibrary, getExam } from '../exam/library.ts';
import type { LiveSessions } from '../exam/live-session.ts';
import { unknownAttempt } from '../exam/recording.ts';
import type { DeckRepository, OwnCardRow } from './deck-repository.ts';
import type { ReviewRepository } from './review-repository.ts';

export type OwnCardDeps = {
  readonly deck: DeckRepository;
  readonly library: ExamLibrary;
  readonly live: LiveSessions;
  readonly learnerId: string;
  readonly clock: Clock;
};

type Saving = OwnCardDeps & { readonly reviews: Pick<ReviewRepository, 'locked'> };

/** Writes an own card. What it was made of is settled when it is made; of several tabs one makes it. */
export async function saveOwnCard(deps: Saving, id: string, card: PutOwnCard): Promise<OwnCardRow> {
  const { deck, reviews, learnerId, clock } = deps;
  const placed = { ...card, ...placeOf(deps.library, card) };
  const isOurs = await reviews.locked(learnerId, async (on) => {
    await refuseSecond(deps, on, id, card.source);
    return deck.saveOwn(on, learnerId, id, placed, clock.now());
  });
  if (!isOurs) {
    throw new Problem('card-id-taken', `Another card has the id ${id}; make it again under a new one.`);
  }
  const [stored] = await deck.ownCards(learnerId, [id]);
  if (stored === undefined) throw new RangeError(`card ${id} was stored and is not there`);
  return stored;
}

function placeOf(library: ExamLibrary, { exam, task }: Pick<PutOwnCard, 'exam' | 'task'>) {
  if (exam === null) return { exam: null, task: null };
  const { profile, domains } = getExam(library, exam);
  if (task === null) return { exam: profile.id, task: null };
  if (domains.some(({ tasks = [] }) => tasks.some(({ id }) => id === task))) return { exam: profile.id, task };
  throw new Problem('bad-request', `"task" is ${task.slice(0, 60)}, which is no task statement of ${profile.code}.`);
}

async function refuseSecond(
  { deck, learnerId }: OwnCardDeps,
  on: Transaction,
  id: string,
  source: string | null,
): Promise<void> {
  const other = source === null ? undefined : await deck.findBySource(learnerId, source, on);
  if (other === undefined || other.id === id) return;
  if (other.isRemoved) return deck.freeSource(on, learnerId, other.id);
  throw new Problem('card-exists', `The card ${other.id} was made of this already; change that one.`);
}

/** What a card of an Anki deck is known by; the cards of one note share all but the last part. No database holds a NUL. */
export const sourceOfAnki = (guid: string, ordinal: number): string =>
  `anki/${guid.slice(0, 120).replaceAll('\0', '\ufffd')}/${ordinal}`;

/** A draft of a card from a question of an attempt, once its answer counts. */
export async function draftFromItem(deps: OwnCardDeps, attemptId: string, slotId: string): Promise<CardDraft> {
  const { live, deck, learnerId } = deps;
  const found = await live.upToDate(learnerId, attemptId);
  if (found === undefined) throw unknownAttempt(attemptId);
  const { form } = found.session;
  const slot = slotsOf(form).find(({ id }) => id === slotId);
  if (slot === undefined) {
    throw new Problem('slot-unknown', `The attempt has no question ${slotId}; reload it.`);
  }
  if (feedbackOf(found.session, slotId) === undefined) {
    throw new Problem('answer-not-counted', `Question ${slot.number} can become a card once its answer counts.`);
  }
  const source = `item/${slot.itemId}${slot.part === undefined ? '' : `/${slot.part}`}`;
  const existing = await deck.findBySource(learnerId, source);
  const sides = existing?.isRemoved === false ? (await deck.ownCards(learnerId, [existing.id]))[0] : undefined;
  return {
    front: sides?.front ?? stemOf(slot.question),
    back: sides?.back ?? backOf(slot.question),
    exam: form.exam,
    task: slot.task,
    origin: 'missed',
    source,
    cardId: sides?.id ?? null,
  };
}

/** The key in words, then why. */
function backOf(question: Question): string {
  const keys = optionsOf(question).filter(({ isKey }) => isKey);
  const lines = keys.map(({ group, text }) => [labelOf(question, group), text].filter(Boolean).join(' → '));
  const why = [...new Set(keys.map((key) => key.why.trim()).filter((words) => words !== ''))];
  return [lines.join('\n'), why.join(' ')].filter((part) => part !== '').join('\n\n');
}

/** What an option was to be put to: the words of the prompt, target, statement or area with the id of its group. */
function labelOf(question: Question, group: string): string {
  const { prompts, targets, statements, areas } = question as Partial<
    Record<'prompts' | 'targets' | 'statements' | 'areas', readonly { id: string; text?: string; label?: string }[]>
  >; // kinds without such lists have none of these fields
  const named = [prompts, targets, statements, areas].flatMap((list) => list ?? []).find(({ id }) => id === group);
  return named?.text ?? named?.label ?? '';
}
