import { nearestName } from '@cairn/kernel';

/** Making a formatter costs fifty times what using it does, and a log names few zones. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** One sentence on what is wrong with the name of a time zone, or undefined if it is known. */
export function timeZoneFault(timeZone: string): string | undefined {
  if (formatters.has(timeZone) || makeFormatter(timeZone) !== undefined) return undefined;
  const near = nearestName(timeZone, Intl.supportedValuesOf('timeZone'));
  return `"${timeZone}" is not a known time zone; write ${near ? `${near}, if you mean that` : 'one such as Europe/Berlin'}.`;
}

/** @throws RangeError in one sentence if the zone is unknown */
export function zoneFormatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = makeFormatter(timeZone);
  if (made === undefined) throw new RangeError(timeZoneFault(timeZone));
  formatters.set(timeZone, made);
  return made;
}

function makeFormatter(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
    });
  } catch {
    return undefined; // the platform's only way of saying that it does not know the zone
  }
}
