import { addDays, type Day, type Instant } from '@cairn/kernel';
import type { Roadmap, RoadmapStep } from './roadmap.ts';

export type IcsOptions = {
  /** Names the roadmap, so that importing it again updates events instead of doubling them. */
  readonly uidSeed: string;
  readonly now: Instant;
};

/** RFC 5545, 3.1: lines of at most 75 octets, without the line break. */
const LINE_OCTETS = 75;

/** The roadmap as an iCalendar file of all-day events. All-day days carry no time zone, so none is declared. */
export function toIcs(roadmap: Roadmap, { uidSeed, now }: IcsOptions): string {
  const stamp = `${new Date(now).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Cairn//Roadmap//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escapeText(`Roadmap to ${roadmap.to}`)}`,
    ...roadmap.steps.flatMap((step) => eventLines(step, uidSeed, stamp)),
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

function eventLines(step: RoadmapStep, uidSeed: string, stamp: string): string[] {
  const facts = [
    step.hours > 0 ? `About ${step.hours} hours.` : '',
    step.costUsd > 0 ? `USD ${step.costUsd}.` : '',
    step.isOptional ? 'Optional.' : '',
    ...step.notes,
  ].filter((line) => line !== '');
  return [
    'BEGIN:VEVENT',
    `UID:${uidOf(step.id, uidSeed)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${dateOf(step.startsOn)}`,
    `DTEND;VALUE=DATE:${dateOf(addDays(step.endsOn, 1))}`, // exclusive
    `SUMMARY:${escapeText(step.title)}`,
    ...(facts.length > 0 ? [`DESCRIPTION:${escapeText(facts.join('\n'))}`] : []),
    `CATEGORIES:${step.kind.toUpperCase()}`,
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
