import type { LearningActivity } from '@cairn/contract';

const KEY = 'cairn.activities';

/** More than a long time without a server leaves behind; what is beyond is the oldest. */
const MOST_KEPT = 200;

type Disk = Pick<Storage, 'getItem' | 'setItem'>;

/** Work that the server has not yet acknowledged, kept by the browser. Its ids make sending it twice harmless. */
export class ActivityOutbox {
  readonly #disk: Disk;
  readonly #send: (activities: LearningActivity[]) => Promise<void>;

  constructor(disk: Disk, send: (activities: LearningActivity[]) => Promise<void>) {
    this.#disk = disk;
    this.#send = send;
  }

  /** Kept first, then sent with whatever waits; what was not acknowledged goes with the next. */
  async log(activity: LearningActivity): Promise<void> {
    this.#keep([...this.#kept(), activity]);
    await this.flush();
  }

  waiting(): number {
    return this.#kept().length;
  }

  async flush(): Promise<void> {
    const waiting = this.#kept();
    if (waiting.length === 0) return;
    await this.#send(waiting);
    const sent = new Set(waiting.map(({ id }) => id));
    this.#keep(this.#kept().filter(({ id }) => !sent.has(id)));
  }

  #kept(): LearningActivity[] {
    try {
      const kept: unknown = JSON.parse(this.#disk.getItem(KEY) ?? '[]');
      return Array.isArray(kept) ? (kept as LearningActivity[]) : []; // written below, and checked by the server
    } catch {
      return []; // somebody's hand in the browser's storage; nothing of it can be sent
    }
  }

  #keep(activities: readonly LearningActivity[]): void {
    this.#disk.setItem(KEY, JSON.stringify(activities.slice(-MOST_KEPT)));
  }
}
