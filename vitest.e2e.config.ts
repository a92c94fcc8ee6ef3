import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tools/vitest-order.ts';

const conditions = ['source', 'node'];

/** Kill programs, fill disks and count seconds. They mostly wait, so two go beside each other, and nothing else does. */
const ALONE = ['e2e/faults.spec.ts', 'e2e/browser-faults.spec.ts', 'e2e/start.spec.ts'];

/** The whole program in a real browser. Each file starts servers and a Chromium of its own. */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    sequence: { sequencer: LongestFirst },
    testTimeout: 180_000,
    hookTimeout: 180_000,
    projects: [
      {
        extends: true,
        test: { name: 'faults', include: ALONE, maxWorkers: 2, sequence: { groupOrder: 0 } },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          globalSetup: ['e2e/faults/prepared-data.ts'],
          include: ['e2e/**/*.spec.ts'],
          exclude: ALONE,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
