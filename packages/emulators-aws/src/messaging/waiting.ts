import type { Call } from '@cairn/emulator-kit';

/** The clock of the account may be moved at any moment; a wait looks at it this often. */
const LOOK_EVERY_MILLISECONDS = 50;

/** Who waits for what. Kept beside the state, which is plain data; a wait never outlives its request. */
const sleepers = new WeakMap<object, Set<() => void>>();

/** Wakes all that wait for `thing`, such as a queue that has a new message. */
export function wake(thing: object): void {
  for (const rouse of [...(sleepers.get(thing) ?? [])]) rouse();
}

/**
 * Resolves when `thing` is woken, or when `milliseconds` of the account's time have passed. After a reset, whose clock
 * may go back, it ends by the machine's time.
 */
export async function waitFor(call: Pick<Call<unknown>, 'now'>, thing: object, milliseconds: number): Promise<void> {
  const deadline = call.now() + milliseconds;
  let left = milliseconds;
  let isWoken = false;
  while (!isWoken && left > 0 && call.now() < deadline) {
    const step = Math.min(LOOK_EVERY_MILLISECONDS, left);
    isWoken = await sleep(thing, step);
    left -= step;
  }
}

function sleep(thing: object, milliseconds: number): Promise<boolean> {
  return new Promise((resolve) => {
    const mine = sleepers.get(thing) ?? new Set<() => void>();
    sleepers.set(thing, mine);
    const end = (isWoken: boolean) => {
      clearTimeout(timer);
      mine.delete(rouse);
      resolve(isWoken);
    };
    const rouse = () => end(true);
    const timer = setTimeout(() => end(false), milliseconds);
    mine.add(rouse);
  });
}
