/** Bytes that stay themselves in a canonical URI (RFC 3986, "unreserved"). */
const UNRESERVED = /^[A-Za-z0-9\-._~]*$/;
const HEX = '0123456789ABCDEF';

/** `%hh` of each UTF-8 byte. Never throws, unlike encodeURIComponent on a lone surrogate. */
export function percentEncoded(text: string): string {
  let encoded = '';
  for (const byte of Buffer.from(text)) encoded += `%${HEX.charAt(byte >> 4)}${HEX.charAt(byte & 15)}`;
  return encoded;
}

function normalByte(hex: string): string {
  const character = String.fromCharCode(Number.parseInt(hex, 16));
  return UNRESERVED.test(character) ? character : `%${hex.toUpperCase()}`;
}

/** The one spelling of a percent-encoded text: unreserved bytes plain, all others `%HH` in upper case. */
export function percentNormalized(text: string, plus: 'space' | 'literal'): string {
  if (UNRESERVED.test(text)) return text;
  return text.replace(/%([0-9A-Fa-f]{2})|[^A-Za-z0-9\-._~]/gu, (found: string, hex: string | undefined) => {
    if (hex !== undefined) return normalByte(hex);
    return found === '+' && plus === 'space' ? '%20' : percentEncoded(found);
  });
}

/** Names and values as they stand in the URL; a name without `=` has the value ''. */
export function queryPairs(query: string): readonly (readonly [string, string])[] {
  if (query === '') return [];
  const pairs: [string, string][] = [];
  for (const part of query.split('&')) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    pairs.push(equals < 0 ? [part, ''] : [part.slice(0, equals), part.slice(equals + 1)]);
  }
  return pairs;
}

/** Text of a percent-encoded query part. Bytes that are no UTF-8 become U+FFFD. */
export function percentDecoded(text: string): string {
  if (!/[%+]/.test(text)) return text;
  const normal = percentNormalized(text, 'space');
  try {
    return decodeURIComponent(normal);
  } catch {
    // Only bytes that are no UTF-8 come here: decode them byte by byte instead of refusing the request.
    const latin = normal.replace(/%(..)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    return Buffer.from(latin, 'latin1').toString('utf8');
  }
}

/** First value of each parameter, decoded, by lower-case name: AWS clients differ in the case of X-Amz names. */
export function queryParameters(query: string): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  for (const [name, value] of queryPairs(query)) {
    const key = percentDecoded(name).toLowerCase();
    if (!parameters.has(key)) parameters.set(key, percentDecoded(value));
  }
  return parameters;
}
