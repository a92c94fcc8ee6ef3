import { defineConfig } from 'vitest/config';

/** Tests run the TypeScript sources: the `source` export condition points there. */
const conditions = ['source', 'node'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    globalSetup: ['tools/vitest-postgres.ts'],
    include: ['tools/*.test.ts', 'packages/*/src/**/*.test.{ts,tsx}', 'apps/*/src/**/*.test.{ts,tsx}'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
