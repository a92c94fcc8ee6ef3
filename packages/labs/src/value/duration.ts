const UNIT_MILLISECONDS = { D: 86_400_000, H: 3_600_000, M: 60_000, S: 1_000 } as const;

/** @throws RangeError unless `text` is a duration such as PT24H or P7DT12H */
export function durationMilliseconds(text: string): number {
  if (!/^P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?$/.test(text))
    throw new RangeError(`${text} is not a duration such as PT24H`);
  let milliseconds = 0;
  for (const [, count, unit] of text.matchAll(/(\d+)([DHMS])/g)) {
    milliseconds += Number(count) * UNIT_MILLISECONDS[unit as keyof typeof UNIT_MILLISECONDS]; // the pattern allows no other
  }
  return milliseconds;
}

/** In words: "24 hours", "7 days 30 minutes". */
export function durationWords(text: string): string {
  const words = { D: 'day', H: 'hour', M: 'minute', S: 'second' } as const;
  return [...text.matchAll(/(\d+)([DHMS])/g)]
    .map(([, count, unit]) => `${count} ${words[unit as keyof typeof words]}${count === '1' ? '' : 's'}`)
    .join(' ');
}
