import type { Line } from './around.ts';
import { CITIES, CODES, COUNTRIES, STATES } from './place-names.ts';
import { markFrom, rolesAt, type Scan, startAt } from './scan.ts';
import { ROLE } from './vocabulary.ts';

const NAME = String.raw`(?!Remote\b|Hybrid\b|On-?site\b)(?:\p{Lu}|one-)[\p{L}'’.\u00ad-]*(?:[ \u00a0-](?:of|the|de|la|am|upon|an|der|\p{Lu}[\p{L}'’.\u00ad-]*)){0,3}`;
const REGION = String.raw`(?:(?:${COUNTRIES}|${STATES})(?![\p{L}-])|(?:${CODES})(?![\p{L}&-]))`;
const CITY = String.raw`(?:${CITIES})(?![\p{L}-])(?: (?:${CODES})(?![\p{L}]))?`;

/** From a word of a place on: a known city (the group) with its region, a region, a country. */
const KNOWN = new RegExp(
  String.raw`(?:(${CITY})(?:(?:, \p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?)?,? ${REGION}(?:, ${REGION})?)?|${REGION}(?:, ${REGION}){0,6})`,
  'uy',
);
const IS_CODE = /^[A-Z]{2}(?![\p{L}])/u;
/** "Frederick, " before "Maryland"; "Newstead " before "QLD". */
const TOWN_BEFORE = new RegExp(String.raw`(?<![\p{L}-])${NAME},[ \u00a0]$`, 'u');
const SUBURB_BEFORE = new RegExp(String.raw`(?<![\p{L}-])${NAME} $`, 'u');
/** "University of Greifswald, Germany": the town is in its name. */
const OF_HOUSE = /^(?:(?:The )?(?:University|Institute|College|City|Bank|School|Port) of )/;
/** Common first words of names that the vocabulary does not mark. */
const FIRST_WORD =
  /(?:New|San|Los|Fort|Long|Gold|Des|East|South|North|West|St\.|Bay|The|the|Palo|Las|El|Ho Chi Minh|Abu|Kansas|Mexico|Tel|Cape|Sri|Hong|United|Co\.|County|Den|Al) $/;

type Known = { readonly start: number; readonly known: string; readonly isCity: boolean };

function knownAt(text: string, start: number): Known | undefined {
  KNOWN.lastIndex = start;
  const found = KNOWN.exec(text);
  return found === null ? undefined : { start, known: found[0], isCity: found[1] !== undefined };
}

/** The known place that the word at `at` belongs to: from the word before it, where that begins the name. */
function knownAround(text: string, at: number): Known | undefined {
  const before = text.charCodeAt(at - 1) === 32 ? FIRST_WORD.exec(text.slice(Math.max(0, at - 12), at)) : null;
  const longer = before === null ? undefined : knownAt(text, at - before[0].length);
  return longer !== undefined && longer.start + longer.known.length > at ? longer : knownAt(text, at);
}

/** The town before a region. */
function townBefore(text: string, start: number, known: string): RegExpExecArray | null {
  const isAfterComma = text.charCodeAt(start - 2) === COMMA;
  const isState = /^(?:NSW|VIC|QLD)/.test(known);
  if (!isAfterComma && !isState) return null;
  const before = text.slice(Math.max(0, start - TOWN_REACH), start);
  const town = (isAfterComma ? TOWN_BEFORE.exec(before) : null) ?? (isState ? SUBURB_BEFORE.exec(before) : null);
  return town === null || NO_TOWN.test(town[0]) ? null : town;
}
/** "Banque Alpine S.A., Luxembourg", "Platform Engineer, Singapore": a company or a title before a comma. */
const NO_TOWN =
  /(?:\b(?:Inc|LLC|Ltd|Limited|GmbH|AG|PLC|plc|Corp|SE|AB|Oy|Group|Technologies|Solutions|Engineer|Scientist|Developer|Analyst|Manager|Architect|Consultant|Researcher|Specialist|Lead|Director)\.?|\b(?:S\.A|B\.V|N\.V|S\.p\.A)\.?), $/;
/** "Data EngineerFrome, ": a title that a lost line break glued to the town. */
const GLUED_TITLE =
  /^.*(?:Engineer|Scientist|Developer|Analyst|Manager|Architect|Consultant|Researcher|Specialist|Lead|Director)(?=\p{Lu}\p{Ll})/u;
const COMMA = 44;
const TOWN_REACH = 48;

/** "US time zones", "UK hours": no place. */
const OF_OTHER =
  /^ (?:time ?zones?|(?:business |working |office )?hours|holidays|citizens?\b|dollars|residents?\b|pounds)/i;
const OTHER_REACH = 24;
const SPACE = 32;
const LETTER_R = 114;
const TOWN_NEAR = new RegExp(String.raw`(?<![\p{L}-])(?!Our\b|The\b|Office)${NAME},? near $`, 'u');

/** How long "Hursley near " is before "Winchester"; 0 where nothing of the kind stands there. */
function nearBefore(text: string, start: number): number {
  if (text.charCodeAt(start - 1) !== SPACE || text.charCodeAt(start - 2) !== LETTER_R) return 0;
  return TOWN_NEAR.exec(text.slice(Math.max(0, start - TOWN_REACH), start))?.[0].length ?? 0;
}

/** The place that the word at `at` belongs to: "Frederick, Maryland", "Sydney NSW", "Cambridge, MA, USA", "Germany". */
function placeAt(text: string, at: number): Line | undefined {
  const found = knownAround(text, at);
  if (found === undefined) return undefined;
  const { start, known, isCity } = found;
  const end = start + known.length;
  if (text.charCodeAt(end) === SPACE && OF_OTHER.test(text.slice(end, end + OTHER_REACH))) return undefined;
  const near = nearBefore(text, start);
  if (near > 0) return { start: start - near, end };
  const town = isCity ? null : townBefore(text, start, known);
  if (town === null) {
    const isCode = !isCity && IS_CODE.test(known) && !/^U[SK]/.test(known);
    return isCode ? undefined : { start, end }; // "CA" alone is no place
  }
  const house = (GLUED_TITLE.exec(town[0]) ?? OF_HOUSE.exec(town[0]))?.[0].length ?? 0;
  return { start: start - town.input.length + town.index + house, end };
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
