import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openApiDocument } from './index.ts';

it('is what docs/openapi.json says; after a change, run vitest with -u and review the difference', async () => {
  const text = `${JSON.stringify(openApiDocument(), null, 2)}\n`;

  await expect(text).toMatchFileSnapshot(fileURLToPath(new URL('../../../docs/openapi.json', import.meta.url)));
});
