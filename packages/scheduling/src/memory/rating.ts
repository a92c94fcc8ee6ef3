import { z } from 'zod';

/** How well a card was recalled, worst first; only `again` means that it was forgotten. */
export const Rating = z.enum(['again', 'hard', 'good', 'easy']);
export type Rating = z.infer<typeof Rating>;
