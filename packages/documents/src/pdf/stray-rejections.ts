type Listener = NodeJS.UnhandledRejectionListener;

/** The host's listeners while this one stands in for them; empty in browsers. */
let hosts: readonly Listener[] = [];
let readers = 0;

/**
 * Runs `read` while rejections that pdf.js forgets are dropped. It fetches the pages of a document ahead and waits for
 * few of them; where one is damaged, a promise fails that nobody holds. A browser notes that in its console, but Node
 * would end the process. What is not an error of pdf.js reaches the host's listeners, or ends the process as ever.
 */
export async function* withoutStrayRejections<T>(read: AsyncGenerator<T>): AsyncGenerator<T> {
  if (!isNode()) return yield* read;
  const stand: Listener = (reason, promise) => {
    if (isOfPdfjs(reason)) return;
    if (hosts.length === 0) throw reason;
    for (const listener of hosts) listener(reason, promise);
  };
  if (readers === 0) takeOver(stand);
  readers += 1;
  try {
    yield* read;
  } finally {
    await new Promise((resolve) => setTimeout(resolve)); // Node looks for lost rejections between two turns
    readers -= 1;
    if (readers === 0) giveBack();
  }
}

const isNode = (): boolean => typeof process !== 'undefined' && typeof process.listeners === 'function';

/** Its errors are made by a function of its own: they have a name, but alone among errors no stack. */
function isOfPdfjs(reason: unknown): boolean {
  return reason instanceof Error && Object.hasOwn(reason, 'name') && !Object.hasOwn(reason, 'stack');
}

function takeOver(stand: Listener): void {
  hosts = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection');
  process.on('unhandledRejection', stand);
}

function giveBack(): void {
  process.removeAllListeners('unhandledRejection');
  for (const listener of hosts) process.on('unhandledRejection', listener);
  hosts = [];
}
