import type { Shape } from '../schema/shape.ts';
import { Malformed } from './malformed.ts';

/** The entries of a header that holds a list. HTTP dates hold a comma themselves; other texts may be quoted. */
export function splitHeaderList(text: string, member: Shape): readonly string[] {
  if (text.trim() === '') return [];
  if (member.kind === 'timestamp' && (member.format ?? 'http-date') === 'http-date') return splitDates(text);
  return member.kind === 'string' ? splitQuoted(text) : text.split(',').map((part) => part.trim());
}

function splitDates(text: string): readonly string[] {
  const parts = text.split(',');
  const dates: string[] = [];
  for (let at = 0; at < parts.length; at += 2)
    dates.push(
      parts
        .slice(at, at + 2)
        .join(',')
        .trim(),
    );
  return dates;
}

/** RFC 9110 lists: `a, "b,c", "d \"e\""`. */
function splitQuoted(text: string): readonly string[] {
  const parts: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const [part, next] = text.slice(at).trimStart().startsWith('"') ? quotedPart(text, at) : plainPart(text, at);
    parts.push(part);
    at = next;
  }
  return parts;
}

function plainPart(text: string, start: number): readonly [part: string, next: number] {
  const comma = text.indexOf(',', start);
  const end = comma < 0 ? text.length : comma;
  return [text.slice(start, end).trim(), end + 1];
}

function quotedPart(text: string, start: number): readonly [part: string, next: number] {
  let at = text.indexOf('"', start) + 1;
  let part = '';
  for (; at < text.length && text[at] !== '"'; at += 1) {
    if (text[at] === '\\') at += 1;
    part += text[at] ?? '';
  }
  const comma = text.indexOf(',', at);
  const end = comma < 0 ? text.length : comma;
  if (at >= text.length || text.slice(at + 1, end).trim() !== '')
    throw new Malformed('a header list has an open quote');
  return [part, end + 1];
}

/** The inverse of `splitHeaderList`. */
export function joinHeaderList(parts: readonly string[], member: Shape): string {
  return parts.map((part) => (member.kind === 'string' ? quoteIfNeeded(part) : part)).join(', ');
}

function quoteIfNeeded(part: string): string {
  return /[",]/.test(part) ? `"${part.replaceAll(/["\\]/g, '\\$&')}"` : part;
}
