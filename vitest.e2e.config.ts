import { defineConfig } from 'vitest/config';

const conditions = ['source', 'node'];

/** Kill programs, fill disks and count seconds: nothing else may run beside them. */
const ALONE = ['e2e/faults.spec.ts', 'e2e/browser-faults.spec.ts', 'e2e/start.spec.ts'];

/** The whole program in a real browser. Each file starts servers and a Chromium of its own. */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    globalSetup: ['tools/vitest-postgres.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    projects: [
      {
        extends: true,
        test: { name: 'faults', include: ALONE, maxWorkers: 1, fileParallelism: false, sequence: { groupOrder: 0 } },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['e2e/**/*.spec.ts'],
          exclude: ALONE,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
