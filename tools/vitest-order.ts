import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take many seconds: begun last, one of them alone would keep the whole run waiting. */
const LONGEST = [
  'tools/labs-proof.test.ts',
  'packages/labs/src/aws/sandbox.test.ts',
  'apps/cli/src/processes.test.ts',
  'apps/cli/src/lab/lab.test.ts',
  'packages/db/src/embedded/survival.test.ts',
  'packages/content/src/check.test.ts',
  'packages/emulators-aws/src/tools/tools.test.ts',
  'e2e/faults.spec.ts',
  'e2e/pages.spec.ts',
  'e2e/journey.spec.ts',
  'e2e/labs.spec.ts',
  'e2e/diagnosis.spec.ts',
];

/** The longest files first, the others as Vitest orders them. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const found = LONGEST.findIndex((path) => moduleId.endsWith(path));
      return found < 0 ? LONGEST.length : found;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
