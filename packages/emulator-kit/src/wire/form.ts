import { MAX_FORM_KEYS, Malformed } from './malformed.ts';

/** Names and values of a query string or a form, decoded, in the order sent. */
export type Form = ReadonlyMap<string, readonly string[]>;

/** @throws Malformed for wrong percent-encoding or too many keys */
export function parseForm(text: string): Form {
  const form = new Map<string, string[]>();
  if (text === '') return form;
  const pairs = text.split('&', MAX_FORM_KEYS + 1);
  if (pairs.length > MAX_FORM_KEYS) throw new Malformed(`more than ${MAX_FORM_KEYS} parameters are not accepted`);
  for (const pair of pairs) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = decodePart(equals < 0 ? pair : pair.slice(0, equals));
    const value = equals < 0 ? '' : decodePart(pair.slice(equals + 1));
    const known = form.get(name);
    if (known) known.push(value);
    else form.set(name, [value]);
  }
  return form;
}

function decodePart(text: string): string {
  return percentDecode(text.includes('+') ? text.replaceAll('+', ' ') : text);
}

/** @throws Malformed for an incomplete escape or one that is not UTF-8 */
export function percentDecode(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Malformed(`'${text.slice(0, 64)}' is not valid percent-encoding`);
  }
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

export function parseFormBody(body: Uint8Array): Form {
  let text: string;
  try {
    text = UTF8.decode(body);
  } catch {
    throw new Malformed('the form is not UTF-8');
  }
  return parseForm(text.trimEnd());
}
