import type { Line } from './around.ts';
import { CITIES, CODES, COUNTRIES, STATES } from './place-names.ts';
import { markFrom, rolesAt, type Scan, startAt } from './scan.ts';
import { ROLE } from './vocabulary.ts';

const NAME = String.raw`(?!Remote\b|Hybrid\b|On-?site\b)(?:\p{Lu}|one-)[\p{L}'’.\u00ad-]*(?:[ \u00a0-](?:of|the|de|la|am|upon|an|der|\p{Lu}[\p{L}'’.\u00ad-]*)){0,3}`;
const REGION = String.raw`(?:(?:${COUNTRIES}|${STATES})(?![\p{L}-])|(?:${CODES})(?![\p{L}&-]))`;
const CITY = String.raw`(?:${CITIES})(?![\p{L}-])(?: (?:${CODES})(?![\p{L}]))?`;

/** From a word of a place on: a known city with its region, a region, a country. */
const KNOWN = new RegExp(
  String.raw`(?:${CITY}(?:(?:, \p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?)?,? ${REGION}(?:, ${REGION})?)?|${REGION}(?:, ${REGION}){0,6})`,
  'uy',
);
const IS_CITY = new RegExp(`^(?:${CITY})`, 'u');
const IS_CODE = /^[A-Z]{2}(?![\p{L}])/u;
/** "Frederick, " before "Maryland"; "Newstead " before "QLD". */
const TOWN_BEFORE = new RegExp(String.raw`(?<![\p{L}-])${NAME},[ \u00a0]$`, 'u');
const SUBURB_BEFORE = new RegExp(String.raw`(?<![\p{L}-])${NAME} $`, 'u');
/** "University of Greifswald, Germany": the town is in its name. */
const OF_HOUSE = /^(?:(?:The )?(?:University|Institute|College|City|Bank|School|Port) of )/;
/** Common first words of names that the vocabulary does not mark. */
const FIRST_WORD =
  /(?:New|San|Los|Fort|Long|Gold|Des|East|South|North|West|St\.|Bay|The|the|Palo|Las|El|Ho Chi Minh|Abu|Kansas|Mexico|Tel|Cape|Sri|Hong|United) $/;

function knownAt(text: string, at: number): number {
  KNOWN.lastIndex = at;
  return KNOWN.test(text) ? KNOWN.lastIndex : -1;
}

const townBefore = (before: string, known: string) =>
  TOWN_BEFORE.exec(before) ?? (/^(?:NSW|VIC|QLD)/.test(known) ? SUBURB_BEFORE.exec(before) : null);

/** The place that the word at `at` belongs to: "Frederick, Maryland", "Sydney NSW", "Cambridge, MA, USA", "Germany". */
function placeAt(text: string, at: number): Line | undefined {
  const first = FIRST_WORD.exec(text.slice(Math.max(0, at - 12), at))?.[0].length ?? 0;
  let start = first > 0 && knownAt(text, at - first) > at ? at - first : at;
  const end = knownAt(text, start);
  if (end < 0) return undefined;
  const known = text.slice(start, end);
  const before = text.slice(Math.max(0, start - 48), start);
  const isCity = IS_CITY.test(known);
  const town = isCity && known !== 'Singapore' ? null : townBefore(before, known);
  if (town !== null) start -= before.length - town.index - (OF_HOUSE.exec(town[0])?.[0].length ?? 0);
  else if (!isCity && IS_CODE.test(known) && !/^U[SK]/.test(known)) return undefined; // "CA" alone is no place
  return { start, end };
}

/** The first place that is named between the positions. */
export function placeIn(scan: Scan, from: number, to: number): Line | undefined {
  for (let index = markFrom(scan, from); index < scan.ids.length && startAt(scan, index) < to; index++) {
    if ((rolesAt(scan, index) & ROLE.placeName) === 0) continue;
    const place = placeAt(scan.text, startAt(scan, index));
    if (place !== undefined && place.start >= from && place.end <= to) return place;
  }
  return undefined;
}
