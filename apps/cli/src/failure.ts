/** What somebody typed cannot be done: one sentence, exit code 2. */
export class UsageError extends Error {}

/** Whether the user can correct it; anything else is a bug. */
async function isExpected(error: unknown): Promise<boolean> {
  if (error instanceof UsageError) return true;
  // Loaded only now that something failed: most commands run without a database.
  const { DatabaseRefusal } = await import('@cairn/db');
  return error instanceof DatabaseRefusal;
}

/**
 * One line for stderr, and the exit code: 2 for what the user can correct, 1 for a bug, which shows its stack, since
 * that is what a report needs. A check that finds something sets 1 itself.
 */
export async function failureOf(error: unknown): Promise<{ readonly text: string; readonly exitCode: 1 | 2 }> {
  if (error instanceof Error && (await isExpected(error))) {
    return { text: `cairn: ${error.message.replaceAll(/\s*\n\s*/g, ' ')}\n`, exitCode: 2 };
  }
  const stack = error instanceof Error ? error.stack : String(error);
  return { text: `cairn: this is a bug; please report it.\n${stack}\n`, exitCode: 1 };
}
