const ISO = /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(\.\d+)?)?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?$/i;
const EPOCH = /^-?\d+(\.\d+)?$/;

/** A moment as botocore reads it: seconds since 1970, ISO 8601 (without an offset in UTC), or an HTTP date. */
export function findTimestamp(value: string | number): Date | undefined {
  const text = String(value).trim();
  const date = EPOCH.test(text) ? new Date(Number(text) * 1000) : calendarDate(text);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function calendarDate(text: string): Date {
  const found = ISO.exec(text);
  if (found) {
    const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '', zone = 'Z'] = found;
    return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${fraction.slice(0, 4)}${offset(zone)}`);
  }
  return /\b(GMT|UTC|[+-]\d{4})$/.test(text) ? new Date(text) : new Date(Number.NaN);
}

function offset(zone: string): string {
  if (zone.toUpperCase() === 'Z') return 'Z';
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  return `${zone[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
}
