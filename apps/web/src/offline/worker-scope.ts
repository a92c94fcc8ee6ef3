/** The part of a service worker's world that we use. Its own library of types does not go with the one of pages. */

type Extendable = { readonly waitUntil: (work: Promise<unknown>) => void };

export type WorkerEvents = {
  install: Extendable;
  activate: Extendable;
  fetch: Extendable & { readonly request: Request; readonly respondWith: (answer: Promise<Response>) => void };
  message: Extendable & { readonly data: unknown };
};

export type PageClient = { readonly postMessage: (news: unknown) => void };

export type WorkerScope = {
  readonly location: Location;
  readonly clients: {
    readonly claim: () => Promise<void>;
    readonly matchAll: (choice: { readonly includeUncontrolled: boolean }) => Promise<readonly PageClient[]>;
  };
  readonly skipWaiting: () => Promise<void>;
  readonly addEventListener: <Kind extends keyof WorkerEvents>(
    kind: Kind,
    listener: (event: WorkerEvents[Kind]) => void,
  ) => void;
};
