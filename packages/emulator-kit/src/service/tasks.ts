/** Work that goes on behind the answers, by account: so that one can wait for it, and drop it at a reset. */
export class Tasks {
  readonly #running = new Map<string, Map<Promise<void>, AbortController>>();

  /** Starts `work`; a failure goes to `onBug`, since no caller is left to hear of it. */
  start(tenantId: string, work: (signal: AbortSignal) => Promise<void>, onBug: (bug: unknown) => void): void {
    const abort = new AbortController();
    const mine = this.#running.get(tenantId) ?? new Map<Promise<void>, AbortController>();
    this.#running.set(tenantId, mine);
    const task: Promise<void> = Promise.resolve()
      .then(() => work(abort.signal))
      .catch((bug: unknown) => {
        if (!abort.signal.aborted) onBug(bug);
      })
      .finally(() => mine.delete(task));
    mine.set(task, abort);
  }

  /** Resolves when nothing runs in the account, work started meanwhile included. */
  async settled(tenantId: string): Promise<void> {
    for (let mine = this.#running.get(tenantId); mine && mine.size > 0; mine = this.#running.get(tenantId)) {
      await Promise.all(mine.keys());
    }
  }

  /** Tells all work of the account to stop; what it still writes is refused by the account's generation. */
  drop(tenantId: string): void {
    for (const abort of this.#running.get(tenantId)?.values() ?? []) abort.abort();
    this.#running.delete(tenantId);
  }
}
