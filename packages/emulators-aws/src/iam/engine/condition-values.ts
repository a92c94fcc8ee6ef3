/** W3C profile of ISO 8601 (https://www.w3.org/TR/NOTE-datetime); zone defaults to UTC. */
const ISO = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[Tt](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?([Zz]|[+-]\d\d:?\d\d)?)?)?)?$/;
const EPOCH = /^\d{5,16}(\.\d+)?$/; // four digits are a year

function zoneMinutes(zone: string | undefined): number {
  if (zone === undefined || zone.toUpperCase() === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return zone.startsWith('-') ? -minutes : minutes;
}

const inRange = (value: number, low: number, high: number) => value >= low && value <= high;

/** Milliseconds since 1970 of an ISO 8601 date or of epoch seconds; undefined when the text is neither. */
export function parseDate(text: string): number | undefined {
  if (EPOCH.test(text)) return Number(text) * 1000;
  const found = ISO.exec(text);
  if (!found) return undefined;
  const [year = 0, month = 1, dayOfMonth = 1, hour = 0, minute = 0, second = 0] = found
    .slice(1, 7)
    .map((part) => (part === undefined ? undefined : Number(part)));
  if (!inRange(month, 1, 12) || !inRange(hour, 0, 23) || !inRange(minute, 0, 59) || !inRange(second, 0, 59))
    return undefined;
  const milliseconds = Number(`0.${found[7] ?? '0'}`) * 1000;
  const utc = Date.UTC(year, month - 1, dayOfMonth, hour, minute, second);
  if (new Date(utc).getUTCDate() !== dayOfMonth) return undefined; // 31 February
  return utc + milliseconds - zoneMinutes(found[8]) * 60_000;
}

const DECIMAL = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

export function parseNumber(text: string): number | undefined {
  return DECIMAL.test(text.trim()) ? Number(text) : undefined;
}

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** A base64 text without its padding, so that equal bytes are equal texts. */
export function parseBase64(text: string): string | undefined {
  return BASE64.test(text) ? text.replace(/=+$/, '') : undefined;
}

export function parseBoolean(text: string): boolean | undefined {
  const lower = text.toLowerCase();
  return lower === 'true' ? true : lower === 'false' ? false : undefined;
}

/** An address range: network bytes (4 for IPv4, 16 for IPv6) and how many leading bits count. */
export type AddressRange = { readonly bytes: readonly number[]; readonly prefixBits: number };

function ipv4Bytes(text: string): number[] | undefined {
  const parts = text.split('.');
  const bytes = parts.map((part) => (/^\d{1,3}$/.test(part) ? Number(part) : 256));
  return parts.length === 4 && bytes.every((byte) => byte <= 255) ? bytes : undefined;
}

function groupBytes(groups: readonly string[]): number[] | undefined {
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  return groups.flatMap((group) => {
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 255];
  });
}

/** `::ffff:10.0.0.1` → `::ffff:a00:1` */
function withoutDottedTail(text: string): string {
  const tail = text.slice(text.lastIndexOf(':') + 1);
  const bytes = tail.includes('.') ? ipv4Bytes(tail) : undefined;
  if (!bytes) return text;
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  const groups = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
  return text.slice(0, text.length - tail.length) + groups;
}

function ipv6Bytes(text: string): number[] | undefined {
  const halves = withoutDottedTail(text).split('::');
  const [head = '', tail] = halves;
  const left = groupBytes(head === '' ? [] : head.split(':'));
  const right = groupBytes(tail === undefined || tail === '' ? [] : tail.split(':'));
  if (!left || !right || halves.length > 2) return undefined;
  const missing = 16 - left.length - right.length;
  if (halves.length === 1 ? missing !== 0 : missing < 2) return undefined;
  return [...left, ...Array.from({ length: missing }, () => 0), ...right];
}

/** An address or CIDR range of IPv4 or IPv6; a lone address is a range of one. */
export function parseAddressRange(text: string): AddressRange | undefined {
  const [address = '', prefix, ...rest] = text.trim().split('/');
  const bytes = address.includes(':') ? ipv6Bytes(address) : ipv4Bytes(address);
  if (!bytes || rest.length > 0 || (prefix !== undefined && !/^\d{1,3}$/.test(prefix))) return undefined;
  const prefixBits = prefix === undefined ? bytes.length * 8 : Number(prefix);
  return prefixBits <= bytes.length * 8 ? { bytes, prefixBits } : undefined;
}

/** Whether the range holds the whole other range. */
export function holdsRange(range: AddressRange, other: AddressRange): boolean {
  if (range.bytes.length !== other.bytes.length || other.prefixBits < range.prefixBits) return false;
  return range.bytes.every((byte, i) => {
    const bits = Math.min(8, Math.max(0, range.prefixBits - i * 8));
    const mask = (0xff << (8 - bits)) & 0xff;
    return (byte & mask) === ((other.bytes[i] ?? 0) & mask);
  });
}
