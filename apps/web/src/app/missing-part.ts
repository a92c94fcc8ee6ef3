/** Whether a part of the app could not be loaded: what Chrome, Firefox and Safari say then. */
export function isMissingPart(error: unknown): boolean {
  return (
    error instanceof Error &&
    /dynamically imported module|importing a module script failed|unable to preload css/i.test(error.message)
  );
}
