import { createHash } from 'node:crypto';
import { AnkiFileFault, type AnkiNote, type ReadAnkiNote, readApkg, USUAL_READ_LIMITS, writeApkg } from '@cairn/anki';
import { type CardsImported, Problem, PutOwnCard } from '@cairn/contract';
import type { Db } from '@cairn/db';
import { importMemory } from '@cairn/scheduling';
import { getExam } from '../exam/library.ts';
import type { AnkiRepository, BroughtCard, BroughtMemory } from './anki-repository.ts';
import { type OwnCardDeps, sourceOfAnki } from './own-cards.ts';
import { isUuid, type ReviewingDeps } from './reviewing.ts';
import { studyTime } from './study-time.ts';

export type ExchangeDeps = ReviewingDeps & OwnCardDeps & { readonly db: Db; readonly anki: AnkiRepository };

export const LARGEST_PACKAGE_BYTES = 50 * 1024 * 1024;

/** A deck as Anki opens it: cards of one exam or all, with what is remembered of them and every answer. */
export async function exportDeck(deps: ExchangeDeps, exam: string | undefined): Promise<Uint8Array> {
  const { deck, reviews, anki, learning, learnerId, clock, db } = deps;
  const entry = exam === undefined ? undefined : getExam(deps.library, exam);
  const [own, states, logs] = await Promise.all([
    anki.allOwn(learnerId),
    deck.states(learnerId),
    reviews.logs(db, learnerId),
  ]);
  const memories = new Map(states.map(({ cardId, memory }) => [cardId, memory]));
  const noteOf = (id: string): Pick<AnkiNote, 'memory' | 'reviews'> => {
    const { step: _step, ...memory } = memories.get(id) ?? { step: 0 };
    const log = logs.get(id)?.map(({ rating, at, seconds }) => ({ rating, at, seconds }));
    return { ...('stability' in memory && { memory }), ...(log && { reviews: log }) };
  };
  const content = [...learning.cards.values()].map(({ cardId, exam: of, task, front, back, sources }) => ({
    exam: of,
    note: { id: cardId, front, back, tags: [task.replace('/', '::')], source: sources[0], ...noteOf(cardId) },
  }));
  const written = own.map(({ id, exam: of, front, back, tags }) => ({
    exam: of,
    note: { id, front, back, tags, ...noteOf(id) },
  }));
  const notes = [...content, ...written].filter((one) => entry === undefined || one.exam === entry.profile.id);
  const name = entry === undefined ? 'Cairn' : `Cairn::${entry.profile.code}`;
  return writeApkg({ name, notes: notes.map(({ note }) => note) }, clock.now());
}

/** Cards of a package: our own come back with what Anki knows of them, others become own cards, once however often. */
export async function importDeck(
  deps: ExchangeDeps,
  bytes: Uint8Array,
  exam: string | undefined,
): Promise<CardsImported> {
  const { anki, reviews, decks, learnerId, clock } = deps;
  const bank = exam === undefined ? null : getExam(deps.library, exam).profile.id;
  const { notes, loss } = await readPackage(bytes);
  const { parameters } = await studyTime(deps);
  const now = clock.now();
  const before = await anki.brought(learnerId);
  const mine = await ownIds(deps, notes);
  const sorted = notes.map((note) => sortedOut(note, mine, (brought) => broughtCard(brought, bank, learnerId, before)));
  const cards = onceEach(
    sorted.flatMap(({ card }) => card ?? []),
    ({ source }) => source,
  );
  const memories = onceEach(
    sorted.flatMap(({ cardId, note }): BroughtMemory[] => {
      const known = cardId !== undefined && note.memory ? importMemory(note.memory, now, parameters) : undefined;
      return cardId !== undefined && known?.outcome === 'imported' ? [{ cardId, memory: known.memory }] : [];
    }),
    (one) => one.cardId,
  );
  const scheduled = await reviews.locked(learnerId, async (on) => {
    await anki.saveCards(on, learnerId, cards, now);
    return anki.saveMemories(on, learnerId, memories, now);
  });
  decks.forget(learnerId);
  const added = cards.filter(({ source }) => !before.has(source)).length;
  const unreadable = sorted.filter(({ cardId }) => cardId === undefined).length;
  return {
    ...{ added, updated: cards.length - added, scheduled, own: notes.length - cards.length - unreadable },
    loss: [
      ...loss.map(({ count, sentence }) => ({ count, sentence })),
      ...(unreadable > 0 ? [{ count: unreadable, sentence: 'Cards with an empty side were left out.' }] : []),
    ],
  };
}

/** The first of each name: one statement writes no row twice. */
function onceEach<T>(all: readonly T[], nameOf: (one: T) => string): T[] {
  return [...new Map(all.toReversed().map((one) => [nameOf(one), one])).values()].reverse();
}

type Sorted = {
  readonly note: ReadAnkiNote;
  /** Undefined for a card that cannot be used. */
  readonly cardId: string | undefined;
  /** Undefined for a card of ours that came back. */
  readonly card: BroughtCard | undefined;
};

function sortedOut(
  note: ReadAnkiNote,
  mine: ReadonlySet<string>,
  bring: (note: ReadAnkiNote) => BroughtCard | undefined,
): Sorted {
  if (note.ourId !== undefined && mine.has(note.ourId)) return { note, cardId: note.ourId, card: undefined };
  const card = bring(note);
  return { note, cardId: card?.id, card };
}

async function readPackage(bytes: Uint8Array) {
  try {
    return await readApkg(bytes, { ...USUAL_READ_LIMITS, fileBytes: LARGEST_PACKAGE_BYTES });
  } catch (error) {
    if (error instanceof AnkiFileFault) throw new Problem('deck-unreadable', error.message, { cause: error });
    throw error;
  }
}

/** Of the ids that notes carry, those of cards that are here. */
async function ownIds({ learning, deck, learnerId }: ExchangeDeps, notes: readonly ReadAnkiNote[]) {
  const ids = [...new Set(notes.flatMap(({ ourId }) => ourId ?? []))];
  const own = ids.filter(isUuid);
  const known = new Set(ids.filter((id) => learning.cards.has(id)));
  for (let start = 0; start < own.length; start += 1000) {
    for (const id of await deck.knownIds(learnerId, own.slice(start, start + 1000))) known.add(id);
  }
  return known;
}

function broughtCard(
  { guid, ordinal, front, back, tags }: ReadAnkiNote,
  exam: string | null,
  learnerId: string,
  before: ReadonlyMap<string, string>,
): BroughtCard | undefined {
  const text = PutOwnCard.pick({ front: true, back: true, tags: true }).safeParse({
    ...{ front, back },
    tags: tags.filter((tag) => tag.length <= 60).slice(0, 20),
  });
  if (!text.success) return undefined;
  const source = sourceOfAnki(guid, ordinal);
  return { id: before.get(source) ?? idOf(learnerId, source), source, exam, ...text.data };
}

/** The same card of the same learner has the same id, so that a repeated upload makes nothing twice. */
function idOf(learnerId: string, source: string): string {
  const hex = createHash('sha256').update(`${learnerId}/${source}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
