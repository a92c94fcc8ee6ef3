import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** How a sandbox of this data directory is reached. The host writes it when it listens. */
const HostAddress = z.object({
  schema: z.literal('sandbox-host/1'),
  url: z.string().regex(/^http:\/\/127\.0\.0\.1:\d+$/),
  token: z.string().min(16),
  pid: z.number().int().positive(),
  startedAt: z.number(),
});
export type HostAddress = z.infer<typeof HostAddress>;

export function findHostFile(directory: string): HostAddress | undefined {
  try {
    return HostAddress.parse(JSON.parse(readFileSync(join(directory, 'host.json'), 'utf8')));
  } catch {
    return undefined; // none, or not ours
  }
}

/** `busy`: somebody listens and does not answer. `gone`: nobody does, or another program. */
export type Liveness = 'alive' | 'busy' | 'gone';

const PATIENCE_MILLISECONDS = 10_000;

/** Asks for an account that cannot be: the host alone says 404 to its own token. */
export async function livenessOf({ url, token }: HostAddress): Promise<Liveness> {
  try {
    const response = await fetch(`${url}/_cairn/accounts/-/clock`, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
    });
    await response.arrayBuffer();
    return response.status === 404 ? 'alive' : 'gone';
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError' ? 'busy' : 'gone';
  }
}
