import type { AttemptEvent, EventsAcknowledged, Rejection } from '@cairn/contract';
import type { BrowserDisk } from '../../apps/web/src/exam/outbox-store.ts';

/**
 * What one candidate did and what the server said about it. It outlives every page and every server, and judges them.
 */
export class Ledger {
  #hands: readonly AttemptEvent[] = [];
  readonly #acknowledged = new Set<string>();
  readonly #rejected = new Map<string, Rejection>();

  /** In the order of the candidate's hands, without answers that a later one replaced before it was ever sent. */
  get hands(): readonly AttemptEvent[] {
    return this.#hands;
  }

  get acknowledged(): readonly AttemptEvent[] {
    return this.#hands.filter(({ id }) => this.#acknowledged.has(id));
  }

  get rejected(): readonly Rejection[] {
    return [...this.#rejected.values()];
  }

  /** What has to be in the server's log in the end. */
  get due(): readonly AttemptEvent[] {
    return this.#hands.filter(({ id }) => !this.#rejected.has(id));
  }

  did(event: AttemptEvent, replacing: string | undefined): void {
    this.#hands = [...this.#hands.filter(({ id }) => id !== replacing), event];
  }

  heard({ acknowledged, rejected }: EventsAcknowledged): void {
    for (const id of acknowledged) this.#acknowledged.add(id);
    for (const rejection of rejected) this.#rejected.set(rejection.id, rejection);
  }
}

/** A browser's disk, which a crash leaves as it is. A page that is gone can no longer write to it. */
export class LastingDisk {
  #kept: readonly AttemptEvent[] = [];
  readonly #tabs = new Map<string, string>();
  readonly #ledger: Ledger;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  openFor(isAlive: () => boolean): BrowserDisk {
    const requireLife = () => {
      if (!isAlive()) throw new Error('this page is gone');
    };
    return {
      outbox: {
        load: async () => this.#kept,
        add: async (_attempt, event, replacing) => {
          requireLife();
          this.#kept = [...this.#kept.filter(({ id }) => id !== replacing), event];
          this.#ledger.did(event, replacing);
        },
        remove: async (ids) => {
          requireLife();
          this.#kept = this.#kept.filter(({ id }) => !ids.includes(id));
        },
      },
      tabs: {
        recall: async (attemptId) => this.#tabs.get(attemptId),
        remember: async (attemptId, tabId) => {
          requireLife();
          this.#tabs.set(attemptId, tabId);
        },
      },
    };
  }
}
