/** Sizes of the box that are offered; none: what the plan holds for the day. */
export const BOXES = [10, 20, 40, 60] as const;

const KEY = 'cairn:today-minutes';

/** A size from an address or from the last visit; anything else is none. */
export function readMinutes(value: unknown): number | undefined {
  const minutes = Number(value);
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= 600 ? minutes : undefined;
}

export function rememberedMinutes(): number | undefined {
  try {
    return readMinutes(localStorage.getItem(KEY) ?? undefined);
  } catch {
    return undefined; // storage is switched off: nothing is remembered
  }
}

export function rememberMinutes(minutes: number | undefined): void {
  try {
    if (minutes === undefined) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, String(minutes));
  } catch {
    // Storage is switched off: the choice holds for this visit.
  }
}
