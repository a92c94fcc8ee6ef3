/** Something a service asked to be reminded of. Plain data, so that it lives through snapshots and restarts. */
export interface Timer {
  readonly id: number;
  readonly dueAt: number;
  readonly service: string;
  readonly region: string;
  readonly kind: string;
  readonly payload: unknown;
}

/** The reminders of one account, earliest first; two due at one instant go in the order they were set. */
export class Timers {
  #queue: Timer[];
  #lastId: number;

  constructor(queue: readonly Timer[] = []) {
    this.#queue = [...queue];
    this.#lastId = queue.reduce((last, { id }) => Math.max(last, id), 0);
  }

  get all(): readonly Timer[] {
    return this.#queue;
  }

  get next(): Timer | undefined {
    return this.#queue[0];
  }

  set(timer: Omit<Timer, 'id'>): number {
    this.#lastId += 1;
    const added = { ...timer, id: this.#lastId };
    const later = this.#queue.findIndex(({ dueAt }) => dueAt > timer.dueAt);
    this.#queue.splice(later < 0 ? this.#queue.length : later, 0, added);
    return added.id;
  }

  cancel(id: number): void {
    this.#queue = this.#queue.filter((timer) => timer.id !== id);
  }

  /** Takes the first reminder due at or before `now`. */
  takeDue(now: number): Timer | undefined {
    const first = this.#queue[0];
    return first && first.dueAt <= now ? this.#queue.shift() : undefined;
  }
}
