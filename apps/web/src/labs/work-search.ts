/** What the address of the workbench says: the step that is open, so that a reload opens the same. */
export type WorkSearch = { readonly step?: string };

export function readWorkSearch({ step }: Record<string, unknown>): WorkSearch {
  return typeof step === 'string' && step !== '' ? { step } : {};
}
