import { answerFor, keepAhead } from './answers.ts';
import { assetFor, type BuiltFiles, dropOldFiles, putDown, shellFor } from './files.ts';
import { treatmentOf } from './keeping-rules.ts';
import { readToWorker, type ToPage } from './messages.ts';
import type { WorkerEvents, WorkerScope } from './worker-scope.ts';

/** Stands between the pages and the server, so that the pages open and go on without it. Built as `/sw.js`. */

declare const __BUILT_FILES__: BuiltFiles; // set by the build

const FILES = __BUILT_FILES__;
const SHELL = new Set(FILES.shell);
const scope = globalThis as unknown as WorkerScope; // a service worker's global scope is nothing else
const { origin } = scope.location;

scope.addEventListener('install', (event) => event.waitUntil(putDown(FILES).then(tellPages)));

scope.addEventListener('activate', (event) =>
  // Pages that were opened without a worker get one: what they load from now on is kept.
  event.waitUntil(dropOldFiles(FILES).then(() => scope.clients.claim())),
);

scope.addEventListener('message', (event) => {
  const message = readToWorker(event.data);
  if (message?.kind === 'activate') event.waitUntil(scope.skipWaiting());
  if (message?.kind === 'keep') event.waitUntil(keepAhead(message.paths, origin));
});

scope.addEventListener('fetch', (event) => {
  const answer = answerTo(event);
  if (answer) event.respondWith(answer);
});

/** Undefined leaves the request to the browser, as if there were no worker. */
function answerTo(event: WorkerEvents['fetch']): Promise<Response> | undefined {
  const { request } = event;
  const { method, mode } = request;
  const url = new URL(request.url);
  switch (treatmentOf({ method, mode, url, origin }, SHELL)) {
    case 'pass':
      return undefined;
    case 'page':
      return shellFor(request, '/', FILES);
    case 'shell':
      return shellFor(request, url.pathname, FILES);
    case 'asset':
      return assetFor(request);
    case 'answer':
      return answerFor(request, (work) => event.waitUntil(work));
  }
}

async function tellPages(): Promise<void> {
  const news: ToPage = { kind: 'installed', entry: FILES.entry };
  for (const page of await scope.clients.matchAll({ includeUncontrolled: true })) page.postMessage(news);
}
