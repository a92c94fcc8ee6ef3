import type { Call } from '@cairn/emulator-kit';

/** Nothing is remembered: every operation answers from its text alone. */
export type ComprehendState = Readonly<Record<string, never>>;

export type ComprehendCall = Call<ComprehendState>;

export const emptyState = (): ComprehendState => ({});
