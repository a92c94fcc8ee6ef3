/** Values as text, much as Node prints them. */

const DEEPEST = 6;
const MOST_ENTRIES = 100;
const LONGEST_LINE = 76;
const MOST_BYTES = 32;

/** What `console.log` prints of one argument: text as it is, everything else as it would be written. */
export const shownValue = (value: unknown): string => (typeof value === 'string' ? value : inspect(value));

export function inspect(value: unknown, seen: readonly unknown[] = []): string {
  switch (typeof value) {
    case 'string':
      return quoted(value);
    case 'bigint':
      return `${value}n`;
    case 'symbol':
      return String(value);
    case 'function':
      return `[${value.toString().startsWith('class') ? 'class' : 'Function'} ${value.name || '(anonymous)'}]`;
    case 'object':
      return value === null ? 'null' : inspectObject(value, seen);
    default:
      return Object.is(value, -0) ? '-0' : String(value);
  }
}

function quoted(text: string): string {
  const quote = text.includes("'") ? (text.includes('"') ? '`' : '"') : "'";
  return `${quote}${text.replace(/\\/g, '\\\\').replace(/\n/g, '\\n')}${quote}`;
}

function inspectObject(value: object, seen: readonly unknown[]): string {
  if (seen.includes(value)) return '[Circular]';
  const plain = plainText(value);
  if (plain !== undefined) return plain;
  const name = nameOf(value);
  if (seen.length >= DEEPEST) return Array.isArray(value) ? '[Array]' : `[${name || 'Object'}]`;
  const within = [...seen, value];
  if (Array.isArray(value)) {
    const items = value.slice(0, MOST_ENTRIES).map((item) => inspect(item, within));
    return between('[', ']', items, value.length, '');
  }
  const entries = entriesOf(value, within);
  return between('{', '}', entries.slice(0, MOST_ENTRIES), entries.length, name === '' ? '' : `${name} `);
}

/** Of what is not shown by its members. */
function plainText(value: object): string | undefined {
  if (value instanceof Error) return errorText(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  if (value instanceof RegExp) return String(value);
  if (value instanceof Promise) return 'Promise { … } (await it to see what it brings)';
  if (ArrayBuffer.isView(value)) return bytesText(value);
  return undefined;
}

export function errorText(error: Error): string {
  const cause = error.cause === undefined ? '' : `\n  caused by ${inspect(error.cause)}`;
  return `${error.name}: ${error.message}${cause}`;
}

function bytesText(view: ArrayBufferView): string {
  const items = Array.from((view as Uint8Array).subarray?.(0, MOST_BYTES) ?? []); // a DataView has none
  const length = (view as Uint8Array).length ?? view.byteLength;
  return `${nameOf(view)}(${length}) [ ${items.join(', ')}${length > items.length ? ', …' : ''} ]`;
}

/** Empty for what was written as `{…}`. */
function nameOf(value: object): string {
  const name = Object.getPrototypeOf(value)?.constructor?.name;
  return typeof name === 'string' && name !== 'Object' ? name : '';
}

function entriesOf(value: object, within: readonly unknown[]): string[] {
  if (value instanceof Map) return [...value].map(([key, one]) => `${inspect(key, within)} => ${inspect(one, within)}`);
  if (value instanceof Set) return [...value].map((one) => inspect(one, within));
  return Object.keys(value).map((key) => `${keyText(key)}: ${inspect(read(value, key), within)}`);
}

/** A getter may throw, and a log must not. */
function read(value: object, key: string): unknown {
  try {
    return Reflect.get(value, key);
  } catch (error) {
    return error;
  }
}

const keyText = (key: string): string => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key));

function between(open: string, close: string, items: readonly string[], total: number, before: string): string {
  const all = total > items.length ? [...items, `… ${total - items.length} more`] : items;
  if (all.length === 0) return `${before}${open}${close}`;
  const inOne = `${before}${open} ${all.join(', ')} ${close}`;
  if (inOne.length <= LONGEST_LINE && !inOne.includes('\n')) return inOne;
  const lines = all.map((item) => `  ${item.replace(/\n/g, '\n  ')}`);
  return `${before}${open}\n${lines.join(',\n')}\n${close}`;
}
