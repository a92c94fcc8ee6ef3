import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { jsonSchemas } from './schemas.ts';

it.each(Object.entries(jsonSchemas()))(
  'is what .schemas/%s.json says; after a change, run vitest with -u',
  async (name, schema) => {
    const file = fileURLToPath(new URL(`../../../.schemas/${name}.json`, import.meta.url));

    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(file);
  },
);
