import type { Environment } from './environment.ts';

/** Processes at once, over all accounts of this host. */
const MOST_ENVIRONMENTS = 8;
const LONGEST_WAIT_MILLISECONDS = 30_000;
const IDLE_MILLISECONDS = 300_000;

interface Slot {
  readonly key: string;
  environment: Environment | undefined;
  isBusy: boolean;
  idleTimer?: NodeJS.Timeout;
}

/** Every process is busy and stays so. */
export class PoolExhausted extends Error {}

/**
 * Environments of all functions. One that has answered waits for the next invocation of the same function, so that its
 * globals live on as in Lambda; the longest idle one makes room for another function.
 */
export class Pool {
  readonly #slots: Slot[] = [];
  readonly #waiting: (() => void)[] = [];

  /**
   * Runs `work` in an environment of `key`, an idle one or one made by `start`; `isNew` tells which.
   *
   * @throws PoolExhausted when no process comes free within half a minute
   */
  async use<Result>(
    key: string,
    start: () => Promise<Environment>,
    work: (environment: Environment, isNew: boolean) => Promise<Result>,
  ): Promise<Result> {
    const slot = await this.#take(key);
    const isNew = slot.environment === undefined;
    try {
      slot.environment ??= await start();
      slot.environment.rest(false);
      return await work(slot.environment, isNew);
    } finally {
      this.#give(slot);
    }
  }

  /** Ends the idle environments of `key`; busy ones end when they have answered. */
  retire(key: string): void {
    for (const slot of this.#slots.filter((one) => one.key === key)) {
      if (slot.isBusy && slot.environment) slot.environment.isSpent = true;
      else if (!slot.isBusy) this.#drop(slot);
    }
  }

  async #take(key: string): Promise<Slot> {
    const deadline = performance.now() + LONGEST_WAIT_MILLISECONDS;
    for (;;) {
      const slot = this.#findFree(key);
      if (slot) return slot;
      if (!(await this.#freed(deadline - performance.now()))) {
        throw new PoolExhausted(`all ${MOST_ENVIRONMENTS} processes are busy`);
      }
    }
  }

  #findFree(key: string): Slot | undefined {
    const idle = this.#slots.filter(({ isBusy }) => !isBusy);
    const warm = idle.findLast((slot) => slot.key === key);
    if (warm) {
      clearTimeout(warm.idleTimer);
      warm.isBusy = true;
      return warm;
    }
    const oldest = idle[0];
    if (this.#slots.length >= MOST_ENVIRONMENTS) {
      if (!oldest) return undefined;
      this.#drop(oldest);
    }
    const slot: Slot = { key, environment: undefined, isBusy: true };
    this.#slots.push(slot);
    return slot;
  }

  #give(slot: Slot): void {
    slot.isBusy = false;
    const { environment } = slot;
    if (!environment || environment.isSpent) this.#drop(slot);
    else {
      // Last in line: the front is the longest idle.
      this.#slots.push(...this.#slots.splice(this.#slots.indexOf(slot), 1));
      environment.rest(true);
      slot.idleTimer = setTimeout(() => this.#drop(slot), IDLE_MILLISECONDS).unref();
    }
    this.#waiting.shift()?.();
  }

  #drop(slot: Slot): void {
    clearTimeout(slot.idleTimer);
    const index = this.#slots.indexOf(slot);
    if (index >= 0) this.#slots.splice(index, 1);
    // Its files may be gone already when the host ends; nobody waits for that.
    slot.environment?.close().catch(() => {});
  }

  /** Whether a process came free within `milliseconds`. */
  #freed(milliseconds: number): Promise<boolean> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        resolve(true);
      };
      const timer = setTimeout(
        () => {
          this.#waiting.splice(this.#waiting.indexOf(wake), 1);
          resolve(false);
        },
        Math.max(0, milliseconds),
      );
      this.#waiting.push(wake);
    });
  }
}
