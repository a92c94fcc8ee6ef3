import { addDays } from './instant.ts';
import type { Day, Instant } from './instant-schema.ts';

/** An all-day event. All-day days carry no time zone, so a file declares none. */
export type CalendarEvent = {
  /** Unique within what `uidSeed` names, and the same in every export. */
  readonly id: string;
  readonly startsOn: Day;
  /** The last day, included. */
  readonly endsOn: Day;
  readonly title: string;
  /** Empty: none. */
  readonly text: string;
  readonly category: string;
};

export type CalendarFile = {
  readonly name: string;
  /** What made the file, such as `Roadmap`. */
  readonly product: string;
  /** Names the whole, so that importing it again updates events instead of doubling them. */
  readonly uidSeed: string;
  readonly now: Instant;
  /** Grows with each change, so that a calendar takes the newer of two (RFC 5545, 3.8.7.4). */
  readonly sequence?: number;
  readonly events: readonly CalendarEvent[];
};

/** RFC 5545, 3.1: lines of at most 75 octets, without the line break. */
const LINE_OCTETS = 75;

/** All-day events as an iCalendar file (RFC 5545). */
export function calendarFile({ name, product, uidSeed, now, sequence, events }: CalendarFile): string {
  const stamp = `${new Date(now).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
  const revision = [`DTSTAMP:${stamp}`, ...(sequence === undefined ? [] : [`SEQUENCE:${sequence}`])];
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Cairn//${product}//EN`,
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escapeText(name)}`,
    ...events.flatMap((event) => eventLines(event, uidSeed, revision)),
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

function eventLines(
  { id, startsOn, endsOn, title, text, category }: CalendarEvent,
  seed: string,
  revision: readonly string[],
): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${uidOf(id, seed)}`,
    ...revision,
    `DTSTART;VALUE=DATE:${dateOf(startsOn)}`,
    `DTEND;VALUE=DATE:${dateOf(addDays(endsOn, 1))}`, // exclusive
    `SUMMARY:${escapeText(title)}`,
    ...(text === '' ? [] : [`DESCRIPTION:${escapeText(text)}`]),
    `CATEGORIES:${category.toUpperCase()}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** Keeps to letters, digits, dots and hyphens: some calendars refuse other characters in a UID. */
function uidOf(id: string, seed: string): string {
  const plain = (text: string) => text.replace(/[^A-Za-z0-9.-]+/g, '-');
  return `${plain(id)}.${plain(seed)}@cairn.local`;
}

function dateOf(day: Day): string {
  return day.replaceAll('-', '');
}

/** RFC 5545, 3.3.11. */
function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, '\\n');
}

function octets(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

/** Breaks a long line between characters, never inside one; continuation lines start with a space, which counts. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  let size = 0;
  for (const character of line) {
    const width = octets(character);
    if (size + width > LINE_OCTETS) {
      parts.push(part);
      part = ' ';
      size = 1;
    }
    part += character;
    size += width;
  }
  return [...parts, part].join('\r\n');
}
