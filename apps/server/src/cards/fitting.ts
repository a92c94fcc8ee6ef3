import type { Db } from '@cairn/db';
import type { Clock, Instant } from '@cairn/kernel';
import {
  judgeFit,
  type MemoryParameters,
  MINIMUM_REVIEWS_TO_FIT,
  type Review,
  splitInstant,
  type TrainingItem,
  trainingSet,
} from '@cairn/scheduling';
import type { DeckCache } from './deck-cache.ts';
import type { DeckRepository } from './deck-repository.ts';
import { deriveMemory } from './derive.ts';
import type { DerivedState, ReviewRepository } from './review-repository.ts';
import type { SettingsRepository } from './settings-repository.ts';
import { parametersOf } from './study-time.ts';

export type FittingDeps = {
  readonly db: Db;
  readonly deck: DeckRepository;
  readonly decks: DeckCache;
  readonly reviews: ReviewRepository;
  readonly settings: SettingsRepository;
  readonly clock: Clock;
  /** Undefined where weights cannot be fitted. */
  readonly fitWeights: (items: readonly TrainingItem[]) => Promise<number[] | undefined>;
};

/** So many times more reviews than last time are worth another fit. */
const GROWTH = 1.2;
const PAUSE_MILLISECONDS = 86_400_000;
const CHUNK = 500;

/** Learns from the reviews of a learner how they forget. Never within a request: it takes seconds. */
export class Fitting {
  readonly #deps: FittingDeps;
  readonly #triedAt = new Map<string, Instant>();
  #work: Promise<unknown> = Promise.resolve();

  constructor(deps: FittingDeps) {
    this.#deps = deps;
  }

  /** After reviews arrived; soon answers whether or not there is work, and does it later, one learner at a time. */
  consider(learnerId: string): void {
    const now = this.#deps.clock.now();
    const last = this.#triedAt.get(learnerId);
    if (last !== undefined && now - last < PAUSE_MILLISECONDS) return;
    this.#triedAt.set(learnerId, now);
    // What fails here is tried again tomorrow; reviews and intervals are as they were.
    this.#work = this.#work.then(() => this.fit(learnerId)).catch(() => undefined);
  }

  /** Resolves once nothing is under way. */
  idle = (): Promise<unknown> => this.#work;

  /** @returns whether weights were found that predict reviews they have not seen better than those in use */
  async fit(learnerId: string): Promise<boolean> {
    const { db, reviews, settings, clock } = this.#deps;
    const count = await reviews.count(learnerId);
    const { settings: chosen, fitted } = await settings.find(learnerId);
    if (count < Math.max(MINIMUM_REVIEWS_TO_FIT, (fitted?.reviews ?? 0) * GROWTH)) return false;
    const logs = await this.#ownLogs(db, learnerId);
    const from = splitInstant(logs);
    const set = trainingSet(logs, from);
    const weights = set.outcome === 'enough' ? await this.#deps.fitWeights(set.items) : undefined;
    if (weights === undefined) return false;
    const now = clock.now();
    const found = { weights, at: now, reviews: count };
    const present = parametersOf(chosen, fitted);
    if (!judgeFit(logs, { fitted: { ...present, weights }, present }, from).isBetter) return false;
    await settings.saveFitted(learnerId, found, now);
    await this.#deriveAll(learnerId, parametersOf(chosen, found));
    return true;
  }

  /** Logs from the very first answer on: what an import brought has no beginning to learn from. */
  async #ownLogs(db: Db, learnerId: string): Promise<Review[][]> {
    const { reviews } = this.#deps;
    const [logs, starts] = await Promise.all([reviews.logs(db, learnerId), reviews.starts(db, learnerId)]);
    return [...logs].flatMap(([cardId, log]) => {
      const { imported, resetAt = -1 } = starts.get(cardId) ?? {};
      return imported ? [] : [log.filter(({ at }) => at > resetAt)];
    });
  }

  /** Memories by the new weights; due days stay, so that nobody finds a pile. */
  async #deriveAll(learnerId: string, parameters: MemoryParameters): Promise<void> {
    const { deck, decks, reviews, clock } = this.#deps;
    const seen = (await deck.states(learnerId)).filter(({ memory }) => memory !== undefined);
    for (let start = 0; start < seen.length; start += CHUNK) {
      const ids = seen.slice(start, start + CHUNK).map(({ cardId }) => cardId);
      await reviews.locked(learnerId, async (on) => {
        const [logs, starts] = [await reviews.logs(on, learnerId, ids), await reviews.starts(on, learnerId, ids)];
        const due = await reviews.dueAt(on, learnerId, ids);
        const states = ids.map((cardId): DerivedState => {
          const memory = deriveMemory(starts.get(cardId), logs.get(cardId) ?? [], parameters);
          return { cardId, memory, dueAt: due.get(cardId) ?? memory?.dueAt ?? clock.now() };
        });
        await reviews.saveStates(on, learnerId, states, clock.now());
      });
    }
    decks.forget(learnerId);
  }
}
