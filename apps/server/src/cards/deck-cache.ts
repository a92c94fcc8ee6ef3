import type { CardMemory } from '@cairn/scheduling';
import type { DeckCard, DeckMaker } from './deck.ts';
import type { DeckRepository } from './deck-repository.ts';
import type { DerivedState } from './review-repository.ts';

type Kept = { version: string; readonly deck: DeckCard[]; readonly places: ReadonlyMap<string, number> };

/** Decks kept in memory; one of 20,000 cards takes about ten megabytes. */
const KEPT = 10;

/**
 * The decks of learners. Reading one takes a fraction of a second for 20,000 cards and choosing from it some
 * milliseconds, so it is kept. An entry is used only if nothing was written since, by this process or another.
 */
export class DeckCache {
  readonly #repository: DeckRepository;
  readonly #make: DeckMaker;
  readonly #kept = new Map<string, Kept>();
  /** Counts what this process wrote, so that a deck read before is not kept after. */
  #writes = 0;

  constructor(repository: DeckRepository, make: DeckMaker) {
    this.#repository = repository;
    this.#make = make;
  }

  async deck(learnerId: string): Promise<readonly DeckCard[]> {
    const version = await this.#repository.version(learnerId);
    const kept = this.#kept.get(learnerId);
    if (kept?.version === version) return kept.deck;
    const writes = this.#writes;
    const [own, states] = await Promise.all([this.#repository.ownHeads(learnerId), this.#repository.states(learnerId)]);
    const deck = this.#make(own, states);
    if (writes === this.#writes) this.#keep(learnerId, version, deck);
    return deck;
  }

  /** Something other than memories changed. */
  forget(learnerId: string): void {
    this.#writes += 1;
    this.#kept.delete(learnerId);
  }

  /** These memories were stored, and nothing else since `before`. */
  patch(learnerId: string, states: readonly DerivedState[], before: string, version: string): void {
    this.#writes += 1;
    const kept = this.#kept.get(learnerId);
    if (kept === undefined || kept.version !== before) {
      this.#kept.delete(learnerId);
      return;
    }
    for (const { cardId, memory, dueAt } of states) replace(kept, cardId, memory && { ...memory, dueAt });
    kept.version = version;
  }

  #keep(learnerId: string, version: string, deck: DeckCard[]): void {
    const places = new Map(deck.map(({ id }, index) => [id, index]));
    this.#kept.delete(learnerId);
    this.#kept.set(learnerId, { version, deck, places });
    const oldest = this.#kept.keys().next().value;
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
  }
}

function replace({ deck, places }: Kept, cardId: string, memory: CardMemory | undefined): void {
  const at = places.get(cardId);
  const card = at === undefined ? undefined : deck[at];
  if (at !== undefined && card !== undefined) deck[at] = { ...card, memory };
}
