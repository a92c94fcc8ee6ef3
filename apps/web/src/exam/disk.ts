import { type BrowserDisk, browserDisk } from './outbox-store.ts';

let opened: BrowserDisk | undefined;

/** The disk of this browser, opened when it is first needed. */
export function disk(): BrowserDisk {
  opened ??= browserDisk(indexedDB);
  return opened;
}
