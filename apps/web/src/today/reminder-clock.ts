/** When somebody wants to be reminded, `HH:MM` on the clock of their wall; none: not at all. */
export type ReminderTime = string | undefined;

const KEY = 'cairn:reminder';

export const isTime = (text: string): boolean => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);

export function rememberedReminder(): ReminderTime {
  try {
    const text = localStorage.getItem(KEY) ?? '';
    return isTime(text) ? text : undefined;
  } catch {
    return undefined; // storage is switched off
  }
}

export function rememberReminder(time: ReminderTime): void {
  try {
    if (time === undefined) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, time);
  } catch {
    // Storage is switched off: it holds for this visit.
  }
}

/** Milliseconds to the next time that the clock on the wall shows `time`. */
export function untilNext(time: string, now: Date): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const next = new Date(now);
  next.setHours(hours, minutes, 0, 0);
  if (next <= now) next.setDate(next.getDate() + 1);
  return next.getTime() - now.getTime();
}
