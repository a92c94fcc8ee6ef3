/** What a page says while Cairn does not answer. */
export function awayText(asOf: number | undefined, now: Date): string {
  const kept = 'Card answers, reading and a started exam are kept here and sent when it is back.';
  if (asOf === undefined) return `Cairn does not answer. ${kept}`;
  return `Cairn does not answer; this page is as of ${momentText(new Date(asOf), now)}. ${kept}`;
}

/** The time; on another day the day as well. */
function momentText(at: Date, now: Date): string {
  const time = at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  if (at.toDateString() === now.toDateString()) return time;
  return `${at.toLocaleDateString('en-GB', { day: 'numeric', month: 'long' })}, ${time}`;
}
