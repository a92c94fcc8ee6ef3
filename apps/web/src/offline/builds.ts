import { isFromWorker, type ToWorker } from './messages.ts';

/**
 * Builds of the app. A page goes on with the build that it was opened with, whatever the server has by now; the worker of
 * a newer one waits, and takes over when a page of that build is opened and nothing is on its way to the server.
 */

let isNewer = false;
const listeners = new Set<() => void>();

/** Whether a newer build than this page's is ready. */
export const isNewerReady = (): boolean => isNewer;

export function onNewer(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The script that this page was started with: its build's name, as far as a page knows it. */
const ownEntry = (): string => {
  const script = document.querySelector<HTMLScriptElement>('script[type="module"][src]');
  return script ? new URL(script.src).pathname : '';
};

const UPDATE_MILLISECONDS = 30 * 60_000;

/** @param hasUnsent whether anything waits in an outbox of this browser */
export async function startWorker(hasUnsent: () => Promise<boolean>): Promise<void> {
  if (!('serviceWorker' in navigator)) return; // another host by plain HTTP: then Cairn needs its server
  const { serviceWorker } = navigator;
  serviceWorker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isFromWorker(data)) return;
    if (data.entry === ownEntry()) void activateWaiting(hasUnsent);
    else if (serviceWorker.controller) announce();
  });
  // A browser that refuses (a private window, a full disk) has said so in its console; the app goes on without.
  const registration = await serviceWorker.register('/sw.js').catch(() => undefined);
  if (!registration) return;
  await activateWaiting(hasUnsent);
  let lookedAt = performance.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || performance.now() - lookedAt < UPDATE_MILLISECONDS) return;
    lookedAt = performance.now();
    void registration.update().catch(() => undefined); // without the server there is nothing newer
  });
}

function announce(): void {
  isNewer = true;
  for (const listener of [...listeners]) listener();
}

/** This page was opened by a navigation: what waits may take over now. Files of the build before are kept for others. */
async function activateWaiting(hasUnsent: () => Promise<boolean>): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  if (!registration?.waiting || (await hasUnsent().catch(() => true))) return;
  tell(registration.waiting, { kind: 'activate' });
}

/** These answers may be needed without the server. Without a worker nothing can be kept, and nothing is lost by asking. */
export async function keepAnswers(paths: readonly string[]): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV || paths.length === 0) return;
  const { active } = await navigator.serviceWorker.ready;
  if (active) tell(active, { kind: 'keep', paths });
}

const tell = (worker: ServiceWorker, message: ToWorker): void => worker.postMessage(message);
