import { browserDisk, type WholeDisk } from './outbox-store.ts';

let opened: WholeDisk | undefined;

/** The disk of this browser, opened when it is first needed. */
export function disk(): WholeDisk {
  opened ??= browserDisk(indexedDB);
  return opened;
}
