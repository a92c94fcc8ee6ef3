import type { Instant } from '@cairn/kernel';

const BASIC = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;

/** `20261121T090000Z` of the instant. */
export function basicTimestamp(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** The instant of `20261121T090000Z`; undefined for anything else, impossible days included. */
export function parseBasicTimestamp(text: string): Instant | undefined {
  const parts = BASIC.exec(text);
  if (parts === null) return undefined;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number);
  const instant = Date.UTC(year, month - 1, day, hour, minute, second);
  return basicTimestamp(instant) === text ? (instant as Instant) : undefined;
}
