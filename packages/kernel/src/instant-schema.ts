import { z } from 'zod';

/** Schemas apart from the functions, so that a page that counts days loads no schema library. */

/** A moment in milliseconds since 1970-01-01T00:00:00Z. Whole numbers; the server's clock makes them. */
export const Instant = z.number().int().brand<'Instant'>();
export type Instant = z.infer<typeof Instant>;

/** A calendar day, `YYYY-MM-DD`, without a time zone. Days compare as strings. */
export const Day = z.iso.date().brand<'Day'>();
export type Day = z.infer<typeof Day>;
