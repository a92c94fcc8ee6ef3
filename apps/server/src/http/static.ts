import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
};

type Asset = {
  readonly type: string;
  readonly etag: string;
  readonly plain: Buffer;
  /** Made when it is first asked for: of most files, chunks of the labs' clients among them, that is never. */
  readonly shrunk: Readonly<Record<'br' | 'gzip', () => Buffer>> | undefined;
};

const COMPRESSIBLE = /text|javascript|json|svg/;

function assetOf(path: string, plain: Buffer): Asset {
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  return {
    type,
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    plain,
    shrunk: COMPRESSIBLE.test(type)
      ? {
          gzip: once(() => gzipSync(plain)),
          // Quality 5: a few milliseconds a file; 11 would take seconds for some per cent.
          br: once(() => brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })),
        }
      : undefined,
  };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/**
 * Serves the built web app from memory: only files found at start exist, so no path can lead outside.
 * Any other address that is not under /api answers the page, whose router knows it.
 */
export async function staticFiles(dir: string): Promise<MiddlewareHandler> {
  const assets = new Map<string, Asset>();
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    assets.set(`/${relative(dir, path).split(sep).join('/')}`, assetOf(path, await readFile(path)));
  }
  const page = assets.get('/index.html');
  return async (c, next) => {
    if (c.req.path.startsWith('/api/') || (c.req.method !== 'GET' && c.req.method !== 'HEAD')) return next();
    const isFile = /\.[a-z]\w*$/i.test(c.req.path); // "1.3" is the number of a task
    const asset = assets.get(c.req.path) ?? (isFile ? undefined : page);
    if (asset === undefined) return next();
    return respond(asset, c.req.path, c.req.header('accept-encoding') ?? '', c.req.header('if-none-match'));
  };
}

function respond(asset: Asset, path: string, accepts: string, known: string | undefined): Response {
  const encoding = (['br', 'gzip'] as const).find((name) => asset.shrunk && new RegExp(`\\b${name}\\b`).test(accepts));
  const headers = new Headers({
    'content-type': asset.type,
    etag: asset.etag,
    vary: 'accept-encoding',
    // Built files carry their hash in their name; everything else is asked for again and answered with 304.
    'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
  if (known === asset.etag) return new Response(null, { status: 304, headers });
  if (encoding) headers.set('content-encoding', encoding);
  const bytes = (encoding && asset.shrunk?.[encoding]()) ?? asset.plain;
  return new Response(new Uint8Array(bytes), { headers });
}
