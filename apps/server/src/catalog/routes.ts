import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Catalog } from '@cairn/catalog';
import { getCatalog } from '@cairn/contract';
import { newApp } from '../http/app.ts';

type Body = { readonly etag: string; readonly plain: string; readonly gzip: Buffer; readonly brotli: Buffer };

/** The catalog is one immutable text while the program runs: compressed once, then answered by its tag. */
async function bodyOf(catalog: Catalog): Promise<Body> {
  const plain = JSON.stringify(catalog);
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
  return {
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    plain,
    gzip: await promisify(gzip)(plain),
    brotli: await promisify<string, typeof quality, Buffer>(brotliCompress)(plain, quality),
  };
}

function respond(body: Body, accepts: string, known: string | undefined): Response {
  const headers = new Headers({
    'content-type': 'application/json',
    etag: body.etag,
    vary: 'accept-encoding',
    'cache-control': 'no-cache',
  });
  if (known === body.etag) return new Response(null, { status: 304, headers });
  const encoding = /\bbr\b/.test(accepts) ? 'br' : /\bgzip\b/.test(accepts) ? 'gzip' : undefined;
  if (encoding) headers.set('content-encoding', encoding);
  const bytes = encoding === 'br' ? body.brotli : encoding === 'gzip' ? body.gzip : Buffer.from(body.plain);
  return new Response(new Uint8Array(bytes), { headers });
}

export function catalogRoutes(catalog: Catalog) {
  const body = bodyOf(catalog);
  const app = newApp();
  app.openAPIRegistry.registerPath(getCatalog);
  app.get('/api/catalog', async (c) =>
    respond(await body, c.req.header('accept-encoding') ?? '', c.req.header('if-none-match')),
  );
  return app;
}
