import { invalidArgument } from './errors.ts';

/** `!{timestamp:yyyy/MM/dd}`, `!{firehose:random-string}` */
const EXPRESSION = /!\{([A-Za-z]+):([^}]*)\}/g;

/** Letters of Java's DateTimeFormatter that make sense in a prefix, quoted texts, and what stands for itself. */
const PATTERN = /'([^']*)'|yyyy|yy|MM|M|dd|d|HH|H|mm|m|ss|s|DDD|([A-Za-z]+)|[^A-Za-z']+/g;

const DEFAULT_TIME = '!{timestamp:yyyy/MM/dd/HH/}';

/** What a prefix is filled with. */
export interface Moment {
  /** Arrival of the oldest record in the object. */
  readonly at: number;
  readonly timeZone: string;
  /** Eleven characters, another one each time. */
  readonly randomString: () => string;
  readonly errorType?: string;
}

/** The prefix of an object; without a timestamp of its own it gets the year, month, day and hour. */
export function fillPrefix(prefix: string, moment: Moment): string {
  const whole = prefix.includes('!{timestamp:') ? prefix : `${prefix}${DEFAULT_TIME}`;
  return fill(whole, moment);
}

function fill(text: string, moment: Moment): string {
  return text.replace(EXPRESSION, (all, namespace: string, value: string) => {
    if (namespace === 'timestamp') return formatTime(value, moment.at, moment.timeZone);
    if (value === 'random-string') return moment.randomString();
    return value === 'error-output-type' ? (moment.errorType ?? all) : all;
  });
}

export function formatTime(pattern: string, at: number, timeZone: string): string {
  const parts = partsOf(at, timeZone);
  return pattern.replace(PATTERN, (token, quoted: string | undefined) => quoted ?? parts[token] ?? token);
}

function partsOf(at: number, timeZone: string): Readonly<Record<string, string>> {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const found = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const { year: yyyy = '', month: MM = '', day: dd = '', hour: HH = '', minute: mm = '', second: ss = '' } = found;
  const ordinal = (Date.UTC(Number(yyyy), Number(MM) - 1, Number(dd)) - Date.UTC(Number(yyyy), 0, 0)) / 86_400_000;
  const short = { M: MM, d: dd, H: HH, m: mm, s: ss };
  const numbers = Object.entries(short).map(([letter, text]) => [letter, String(Number(text))]);
  return {
    yyyy,
    yy: yyyy.slice(-2),
    MM,
    dd,
    HH,
    mm,
    ss,
    DDD: String(ordinal).padStart(3, '0'),
    ...Object.fromEntries(numbers),
  };
}

/** Throws InvalidArgumentException for prefixes that Firehose does not evaluate. */
export function checkPrefixes(prefix: string, errorPrefix: string): void {
  for (const [name, text] of [
    ['Prefix', prefix],
    ['ErrorOutputPrefix', errorPrefix],
  ] as const)
    checkPrefix(name, text);
  if (prefix.includes('!{firehose:error-output-type}')) {
    throw invalidArgument('Prefix cannot contain !{firehose:error-output-type}; it is for ErrorOutputPrefix.');
  }
  if (!prefix.includes('!{')) return;
  if (errorPrefix === '')
    throw invalidArgument('ErrorOutputPrefix cannot be null or empty when Prefix contains expressions.');
  if (!errorPrefix.includes('!{firehose:error-output-type}')) {
    throw invalidArgument(
      'ErrorOutputPrefix must contain !{firehose:error-output-type} when Prefix contains expressions.',
    );
  }
}

function checkPrefix(name: string, text: string): void {
  for (const [all, namespace, value = ''] of text.matchAll(EXPRESSION)) {
    if (namespace === 'firehose' && ['random-string', 'error-output-type'].includes(value)) continue;
    if (namespace?.startsWith('partitionKey')) {
      throw invalidArgument(`${name}: ${all} needs dynamic partitioning, which is not supported in this sandbox.`);
    }
    if (namespace !== 'timestamp') throw invalidArgument(`${name}: ${all} is no expression that Firehose evaluates.`);
    const unknown = [...value.matchAll(PATTERN)].find(([, , letters]) => letters !== undefined);
    if (unknown) throw invalidArgument(`${name}: ${unknown[2]} in ${all} is not supported in this sandbox.`);
  }
  if (text.replace(EXPRESSION, '').includes('!{')) throw invalidArgument(`${name} has a !{ without its }.`);
}
