/** A record's values by their compared names. */
export type Fields = ReadonlyMap<string, unknown>;

/** Where services put the text within a field: WordPress `rendered`, lists of Lever `content`. */
const INNER_TEXT = ['html', 'rendered', 'content', 'description', 'text', 'plain', 'value', 'name'] as const;
const MAX_DEPTH = 4;

/** A field as text; a list is one item a line. Empty for what holds no text. */
export function textOf(value: unknown, depth = 0): string {
  if (typeof value === 'string') return value;
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return '';
  if (Array.isArray(value)) return listOf(value, depth);
  const inner = value as Readonly<Record<string, unknown>>; // an object that is no array
  const texts = INNER_TEXT.map((name) => textOf(inner[name], depth + 1)).filter((text) => text !== '');
  const [first = '', second = ''] = texts;
  return 'content' in inner && 'text' in inner && second !== '' ? `${second}\n${first}` : first;
}

function listOf(values: readonly unknown[], depth: number): string {
  const texts = values.slice(0, 500).map((each) => textOf(each, depth + 1).trim());
  return texts
    .filter((text) => text !== '')
    .map((text) => (text.includes('\n') || text.startsWith('<') ? text : `• ${text}`))
    .join('\n');
}

const PLACE_PARTS = [
  'addressLocality',
  'city',
  'addressRegion',
  'state',
  'region',
  'addressCountry',
  'country',
] as const;
const MAX_PLACES = 5;

/** A place in one line: "Berlin, DE"; several are parted by semicolons. */
export function placeOf(value: unknown, depth = 0): string {
  if (typeof value === 'string') return value.replace(/\s+/g, ' ').trim().slice(0, 300);
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return '';
  if (Array.isArray(value)) {
    const places = value.slice(0, MAX_PLACES).map((each) => placeOf(each, depth + 1));
    return [...new Set(places.filter((place) => place !== ''))].join('; ');
  }
  const place = value as Readonly<Record<string, unknown>>; // an object that is no array
  if (place.address !== undefined) return placeOf(place.address, depth + 1);
  const parts = PLACE_PARTS.map((name) => placeOf(place[name], depth + 1)).filter((part) => part !== '');
  return parts.length > 0 ? [...new Set(parts)].join(', ') : placeOf(place.name ?? place.display, depth + 1);
}
