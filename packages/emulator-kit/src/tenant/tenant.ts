import { Bill, type BillRecord } from './bill.ts';
import { blobIdsIn } from './blob-ids.ts';
import type { BlobStore } from './blobs.ts';
import { Ids } from './ids.ts';
import { Journal, type JournalEntry } from './journal.ts';
import { type Timer, Timers } from './timers.ts';
import { VirtualClock } from './virtual-clock.ts';

/** One learner's account in an emulated cloud. Nothing in it is shared with another account. */
export class Tenant {
  readonly id: string;
  readonly accountId: string;
  readonly homeRegion: string;
  readonly seed: string;
  readonly clock: VirtualClock;
  readonly blobs: BlobStore;
  ids: Ids;
  journal = new Journal();
  bill = new Bill();
  timers = new Timers();
  /** State of each service, by `service/region`: plain data only (Map, Set, Date, typed arrays), see `snapshot`. */
  states = new Map<string, unknown>();
  /** Snapshots that the host keeps by name; they outlive a reset. */
  readonly snapshots = new Map<string, TenantSnapshot>();
  #tidiedAt = -1;
  #looksDue = 0;
  /** Rises at each reset and restore: work that began before must not write into what came after. */
  generation = 0;

  constructor(options: TenantOptions) {
    this.id = options.id;
    this.accountId = options.accountId;
    this.homeRegion = options.homeRegion;
    this.seed = options.seed;
    this.blobs = options.blobs;
    this.clock = new VirtualClock(options.wall);
    this.ids = new Ids(options.seed);
  }

  /** A copy of everything the account holds but its blobs, which never change. */
  snapshot(): TenantSnapshot {
    return structuredClone({
      schema: 'tenant/1' as const,
      aheadMilliseconds: this.clock.aheadMilliseconds,
      idsDrawn: this.ids.drawn,
      journal: { entries: this.journal.entries, total: this.journal.total },
      bill: this.bill.record,
      timers: this.timers.all,
      states: this.states,
    });
  }

  /** Puts the account back to where `snapshot` was taken. The clock keeps running on; it never goes back. */
  restore(snapshot: TenantSnapshot): void {
    const { idsDrawn, journal, bill, timers, states, aheadMilliseconds } = structuredClone(snapshot);
    this.generation += 1;
    this.clock.aheadMilliseconds = Math.max(this.clock.aheadMilliseconds, aheadMilliseconds);
    this.ids = new Ids(this.seed, idsDrawn);
    this.journal = new Journal(journal.entries, journal.total);
    this.bill = new Bill(bill);
    this.timers = new Timers(timers);
    this.states = states;
  }

  /** Empties the account: as new, with its seed at the start and its clock at the machine's time. */
  async reset(): Promise<void> {
    this.generation += 1;
    this.clock.aheadMilliseconds = 0;
    this.ids = new Ids(this.seed);
    this.journal = new Journal();
    this.bill = new Bill();
    this.timers = new Timers();
    this.states = new Map();
    await this.blobs.sweep(this.#heldBlobs());
  }

  /** Lets go of bytes that nothing refers to any more, such as overwritten objects. Called about once a minute. */
  async tidy(): Promise<void> {
    const { total } = this.journal;
    if (total !== this.#tidiedAt) this.#looksDue = 2; // a blob goes at the second look at the earliest
    if (this.#looksDue === 0) return;
    this.#looksDue -= 1;
    this.#tidiedAt = total;
    await this.blobs.tidy(this.#heldBlobs());
  }

  #heldBlobs(): Set<string> {
    return blobIdsIn([this.states, ...[...this.snapshots.values()].map(({ states }) => states)]);
  }
}

export interface TenantOptions {
  readonly id: string;
  /** Twelve digits. */
  readonly accountId: string;
  readonly homeRegion: string;
  readonly seed: string;
  readonly blobs: BlobStore;
  /** The machine's clock, in milliseconds. */
  readonly wall: () => number;
}

export interface TenantSnapshot {
  readonly schema: 'tenant/1';
  readonly aheadMilliseconds: number;
  readonly idsDrawn: number;
  readonly journal: { readonly entries: readonly JournalEntry[]; readonly total: number };
  readonly bill: BillRecord;
  readonly timers: readonly Timer[];
  readonly states: Map<string, unknown>;
}
