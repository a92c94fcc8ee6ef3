import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tools/vitest-order.ts';

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
    // The files of a worker share its modules: the clients of a cloud take longer to load than most files to run.
    isolate: false,
    sequence: { sequencer: LongestFirst },
  },
});
