import type { ValidationStudy } from '@cairn/contract';

/** The studies that ship with Cairn. */
export const VALIDATION: readonly ValidationStudy[] = [];
