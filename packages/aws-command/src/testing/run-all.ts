import type { Send } from '../run/cloud.ts';
import type { Shell } from '../shell/shell.ts';

/** Runs a line to its end and gathers what it prints. */
export async function runAll(shell: Shell, line: string, send: Send, signal?: AbortSignal) {
  let stdout = '';
  let stderr = '';
  let code = -1;
  for await (const piece of shell.run(line, send, signal)) {
    if (piece.kind === 'stdout') stdout += piece.text;
    else if (piece.kind === 'stderr') stderr += piece.text;
    else if (piece.kind === 'exit') code = piece.exitCode;
  }
  return { code, stdout, stderr };
}
