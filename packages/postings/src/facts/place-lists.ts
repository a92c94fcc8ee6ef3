import { COUNTRIES, STATES } from './place-names.ts';
import { placeIn } from './places.ts';
import type { Scan } from './scan.ts';

/** Places side by side: "Leeds, York or Hull", "Hamburg · Berlin", "Canberra ACT; Hobart TAS". */

/** What parts two places of one list, in running words. */
const JOINT = /^(?: (?:or|and|\/|&) |, (?:or |and )?)/;
/** What parts the parts of a line; the places of a list stand between signs of one kind. */
const SIGN = /^ ?(?:;|[·•|/]) ?(?=\p{Lu})/u;
const SOME_TOWN =
  /^(?!Remote|Hybrid|Home|Anywhere|On-?site|Onsite|Elsewhere|Online|Flexible)\p{Lu}\p{Ll}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+)?(?=[ *_]*(?:[.,;|(]|$))/u;
const TOWN_AND_STATE = /^\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*)?, [A-Z]{2}(?!\p{L})/u;
const IS_REGION = new RegExp(`^(?:${COUNTRIES}|${STATES})$`, 'u');

/** Where a place ends that begins right at `from`; undefined where none does. */
function placeEnd(scan: Scan, from: number, to: number): number | undefined {
  const place = placeIn(scan, from, to);
  return place?.start === from ? place.end : undefined;
}

/** The next place after "or" may be one that nobody knows, as nothing else may follow there. */
function unknownEnd(text: string, joint: string, from: number, to: number): number | undefined {
  const rest = text.slice(from, to);
  const town = TOWN_AND_STATE.exec(rest) ?? (/ or /.test(joint) ? SOME_TOWN.exec(rest) : null);
  return town === null || joint.startsWith(',') ? undefined : from + town[0].length;
}

/** Where the last of the places ends that are joined to the one before `from`: "Charlotte, NC or Wilmington, DE". */
export function alternativesEnd(scan: Scan, from: number, to: number): number | undefined {
  let end: number | undefined;
  for (let at = from; at < to; ) {
    const code = scan.text.charCodeAt(at);
    if (code !== SPACE && code !== COMMA) break;
    const joint = JOINT.exec(scan.text.slice(at, at + MOST_JOINT))?.[0];
    if (joint === undefined) break;
    const next = at + joint.length;
    const further = placeEnd(scan, next, to) ?? unknownEnd(scan.text, joint, next, to);
    if (further === undefined) break;
    end = further;
    at = further;
  }
  return end;
}
const SPACE = 32;
const COMMA = 44;
const MOST_JOINT = 8;

/** Where the last of the towns ends that signs part from the one before `from`. */
export function listEnd(scan: Scan, from: number, to: number): number {
  let end = from;
  for (let sign: string | undefined; ; ) {
    const written = SIGN.exec(scan.text.slice(end, end + MOST_JOINT))?.[0];
    if (written === undefined || (sign !== undefined && written !== sign)) return end;
    sign = written;
    const next = end + written.length;
    const further = placeEnd(scan, next, to);
    const isTown = further !== undefined && !IS_REGION.test(scan.text.slice(next, further));
    if (!isTown || !PART_END.test(scan.text.slice(further, Math.min(to, further + MOST_JOINT)))) return end;
    end = further;
  }
}
const PART_END = /^[ *_]*(?:$|[;·•|/(\n])/;
