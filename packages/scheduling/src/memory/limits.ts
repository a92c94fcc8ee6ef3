/** Bounds that FSRS itself keeps to (S_MIN and S_MAX of ts-fsrs). */
export const SHORTEST_STABILITY_DAYS = 0.001;
export const LONGEST_INTERVAL_DAYS = 36_500;

/** FSRS-4.5, FSRS-5 and FSRS-6. */
export const WEIGHT_COUNTS: readonly number[] = [17, 19, 21];

export const DAY_MILLISECONDS = 86_400_000;
export const MINUTE_MILLISECONDS = 60_000;
