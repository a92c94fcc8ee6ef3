import type { Brought, Errand, FromProgram, ToProgram } from '../messages.ts';

type Answer = Exclude<ToProgram, { kind: 'run' }>;
type Waiting = { readonly resolve: (value: Brought[Errand['kind']]) => void; readonly reject: (error: Error) => void };

/** Asks the page for what a program cannot reach itself. */
export class Errands {
  readonly #post: (message: FromProgram) => void;
  readonly #waiting = new Map<number, Waiting>();
  #count = 0;
  #before: Promise<unknown> | undefined;

  constructor(post: (message: FromProgram) => void) {
    this.#post = post;
  }

  /** How many are not answered yet. */
  get open(): number {
    return this.#waiting.size;
  }

  /** What is asked after this waits for it: a program goes on at once, and the page in order. */
  holdBackFor(errand: Errand): void {
    this.#before = this.ask(errand);
    this.#before.catch(() => undefined); // told to whatever is asked next
  }

  async ask<Asked extends Errand>(errand: Asked): Promise<Brought[Asked['kind']]> {
    if (this.#before) await this.#before;
    this.#count += 1;
    const number = this.#count;
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve: (value) => resolve(value as Brought[Asked['kind']]), reject }); // the page answers in kind
      this.#post({ kind: 'errand', number, errand });
    });
  }

  take(answer: Answer): void {
    const waiting = this.#waiting.get(answer.number);
    this.#waiting.delete(answer.number);
    if (answer.kind === 'brought') waiting?.resolve(answer.value);
    else waiting?.reject(new Error(answer.sentence));
  }
}
