import { OpenAPIHono } from '@hono/zod-openapi';
import { onInvalid } from './problems.ts';

/** A router whose invalid requests become problems. Features make one each; the composition root mounts them. */
export function newApp() {
  return new OpenAPIHono({ defaultHook: onInvalid });
}
