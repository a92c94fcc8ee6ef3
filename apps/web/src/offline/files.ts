import { filesOf, filesToDrop, isFiles } from './keeping-rules.ts';

/** The built files of the app, as the build lists them. */
export type BuiltFiles = {
  readonly build: string;
  /** The script that the page starts with. */
  readonly entry: string;
  /** Named by their hash: never another content under the same name. */
  readonly assets: readonly string[];
  /** `/` and what else has a fixed name. */
  readonly shell: readonly string[];
};

/** A server on this machine answers in milliseconds; one that takes longer is stuck. */
const PATIENCE_MILLISECONDS = 3000;

/** The server packs a file as the browser likes; it is the same file. */
const AS_NAMED = { ignoreVary: true, ignoreSearch: true };

/** Puts every file down, or fails as a whole. What an earlier build left is not loaded again. */
export async function putDown({ build, assets, shell }: BuiltFiles): Promise<void> {
  const cache = await caches.open(filesOf(build));
  await cache.addAll(shell.map((path) => new Request(path, { cache: 'no-cache' })));
  for (const path of assets) {
    const before = await inAnyBuild(path);
    await (before ? cache.put(path, before) : cache.add(path));
  }
}

export async function dropOldFiles({ build }: BuiltFiles): Promise<void> {
  const old = filesToDrop(await caches.keys(), build);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** A file with its hash in its name is the same wherever it comes from. */
export async function assetFor(request: Request): Promise<Response> {
  return (await inAnyBuild(request.url)) ?? fetch(request);
}

/** What a server gives now; the file of this build when it does not, or takes too long. */
export async function shellFor(request: Request, path: string, { build }: BuiltFiles): Promise<Response> {
  const kept = await (await caches.open(filesOf(build))).match(path, AS_NAMED);
  if (kept === undefined) return fetch(request);
  const answer = await Promise.race([fetch(request).catch(() => undefined), pause(PATIENCE_MILLISECONDS)]);
  // A refusal belongs to the one who asked; a server that is starting or broken is as good as none.
  return answer && answer.status < 500 ? answer : kept;
}

async function inAnyBuild(url: string): Promise<Response | undefined> {
  for (const name of (await caches.keys()).filter(isFiles).reverse()) {
    const found = await (await caches.open(name)).match(url, AS_NAMED);
    if (found) return found;
  }
  return undefined;
}

const pause = (milliseconds: number): Promise<undefined> =>
  new Promise((resolve) => setTimeout(() => resolve(undefined), milliseconds));
