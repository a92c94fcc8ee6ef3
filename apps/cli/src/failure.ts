import { DatabaseRefusal } from '@cairn/db';

/** What somebody typed cannot be done: one sentence, exit code 2. */
export class UsageError extends Error {}

/** Exit codes: 2 for what the user can correct, 1 for a bug. A check that finds something sets 1 itself. */
export function exitCodeOf(error: unknown): 1 | 2 {
  return error instanceof UsageError || error instanceof DatabaseRefusal ? 2 : 1;
}

/** One line for stderr. A bug shows its stack: that is what a report needs. */
export function describeFailure(error: unknown): string {
  const isExpected = error instanceof UsageError || error instanceof DatabaseRefusal;
  if (isExpected) return `cairn: ${error.message.replaceAll(/\s*\n\s*/g, ' ')}\n`;
  return `cairn: this is a bug; please report it.\n${error instanceof Error ? error.stack : String(error)}\n`;
}
