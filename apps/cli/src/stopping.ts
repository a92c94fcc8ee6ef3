/** Resolves when somebody stops the program: by Ctrl+C, by closing the terminal, or by a service manager. */
export function untilStopped(): Promise<void> {
  return new Promise((stopped) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stopped());
  });
}
