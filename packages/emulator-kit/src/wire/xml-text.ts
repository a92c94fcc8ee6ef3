import { Malformed } from './malformed.ts';

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const REFERENCE = /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|([a-z]{2,4}));|&/g;
/** Letters that XML 1.0 has no place for. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;

/** Text between tags. Line ends as written become line feeds; those written as references stay what they are. */
export function decodeText(raw: string): string {
  if (FORBIDDEN.test(raw)) throw new Malformed('the XML holds a letter that XML does not allow');
  const text = raw.includes('\r') ? raw.replaceAll(/\r\n?/g, '\n') : raw;
  return text.includes('&') ? text.replaceAll(REFERENCE, decodeReference) : text;
}

export function decodeAttribute(raw: string): string {
  return decodeText(raw.replaceAll(/[\t\r\n]/g, ' '));
}

function decodeReference(written: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return NAMED[name] ?? refuse(written);
  if (decimal === undefined && hexadecimal === undefined) return refuse(written);
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  if (code > 0x10ffff || isSurrogate) return refuse(written);
  const letter = String.fromCodePoint(code);
  return FORBIDDEN.test(letter) ? refuse(written) : letter;
}

function refuse(written: string): never {
  throw new Malformed(`the XML refers to ${written} which is not defined`);
}
