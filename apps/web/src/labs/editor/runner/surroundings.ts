import type { ProgramAccount } from '../messages.ts';

/** What belongs to the page and not to a program: what the browser keeps for Cairn, and ways to its other windows. */
const DOORS = ['indexedDB', 'caches', 'BroadcastChannel', 'Worker', 'SharedWorker', 'WebSocket', 'EventSource'];

/** Takes from a program what it has no business with. The policy of the worker keeps it from the network already. */
export function closeDoors(): void {
  for (const name of DOORS) remove(globalThis, name);
  for (const name of ['storage', 'locks', 'serviceWorker']) remove(navigator, name);
  Object.assign(globalThis, {
    fetch: () =>
      Promise.reject(
        new Error("A program of this page reaches no network; the clients of @aws-sdk reach the lab's account."),
      ),
  });
}

/** An accessor lives on one of the prototypes. */
function remove(of: object, name: string): void {
  for (let place: object | null = of; place; place = Object.getPrototypeOf(place)) Reflect.deleteProperty(place, name);
}

export const processOf = ({ endpoint, region, accessKeyId, secretAccessKey }: ProgramAccount) => ({
  env: {
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
  },
});

/** Counts the program's timers that may still do something. As in Node, it has not ended before. */
export function countTimers(): () => number {
  const open = new Set<unknown>();
  const { setTimeout, clearTimeout, setInterval, clearInterval } = globalThis;
  const ending = (stop: (id?: number) => void) => (id?: number) => {
    open.delete(id);
    stop(id);
  };
  Object.assign(globalThis, {
    setTimeout: (work: (...given: unknown[]) => void, milliseconds?: number, ...given: unknown[]) => {
      const id = setTimeout(() => {
        open.delete(id);
        work(...given);
      }, milliseconds);
      open.add(id);
      return id;
    },
    setInterval: (work: () => void, milliseconds?: number, ...given: unknown[]) => {
      const id = setInterval(work, milliseconds, ...given);
      open.add(id);
      return id;
    },
    clearTimeout: ending(clearTimeout),
    clearInterval: ending(clearInterval),
  });
  return () => open.size;
}
