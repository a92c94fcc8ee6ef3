import type { Shape } from '@cairn/emulator-kit/schema';
import { badValue, misuse, plainFailure } from './failure.ts';
import { type FileReader, loadAddress } from './files.ts';
import { parseShorthand, ShorthandError, type ShorthandValue } from './shorthand.ts';

/** Where a value stands, for messages, and what it may read. */
export interface Place {
  readonly option: string;
  readonly files: FileReader;
  /** `firehose put-record-batch --records a b` and the like take bare values for structures of one member. */
  readonly isOldList: boolean;
}

/**
 * The value of an option as its shape wants it: shorthand, JSON, a number, a text; `file://` and `fileb://` loaded.
 * Bytes and timestamps are still the text that was given.
 *
 * @throws CommandFailure in the words of the AWS CLI
 */
export function readValue(shape: Shape, words: readonly string[], place: Place): unknown {
  const [first = ''] = words;
  if (shape.kind === 'blob' && shape.streaming) return bodyFile(first, place);
  const isOne = shape.kind !== 'list' || words.length === 1;
  const loaded = isOne ? loadAddress(place.option, first, place.files) : undefined;
  if (loaded instanceof Uint8Array) return shape.kind === 'list' ? [loaded] : loaded;
  const values = loaded === undefined ? words : [loaded];
  return takesShorthand(shape) && !looksLikeJson(values[0])
    ? fromShorthand(shape, values, place)
    : read(shape, values, place);
}

function looksLikeJson(text = ''): boolean {
  return /^\s*[[{]/.test(text);
}

/** Structures, maps and lists of these, unless any content may follow. */
function takesShorthand(shape: Shape): boolean {
  if (shape.kind === 'list') return isDeep(shape.member) && takesShorthand(shape.member);
  if (shape.kind === 'map') return shape.value.kind !== 'document';
  return shape.kind === 'structure';
}

function isDeep({ kind }: Shape): boolean {
  return kind === 'structure' || kind === 'map' || kind === 'list';
}

function fromShorthand(shape: Shape, values: readonly string[], place: Place): unknown {
  const short = bareValues(shape, values, place);
  if (short !== undefined) return short;
  const load = (address: string) => loadAddress(place.option, address, place.files);
  try {
    if (shape.kind === 'list') return values.map((value) => fit(shape.member, parseShorthand(value, load)));
    return fit(shape, parseShorthand(values[0] ?? '', load));
  } catch (error) {
    if (error instanceof ShorthandError) throw badValue(place.option, error.message);
    throw error;
  }
}

function bareValues(shape: Shape, values: readonly string[], { isOldList }: Place): unknown {
  if (shape.kind === 'list' && isOldList && shape.member.kind === 'structure') {
    const [member] = shape.member.members;
    return member && values.map((value) => ({ [member.name]: value }));
  }
  const isWrapped = shape.kind === 'structure' && shape.members.length === 1 && shape.memberByName.has('Value');
  return isWrapped && !values[0]?.includes('=') ? { Value: values[0] } : undefined;
}

/** Gives the texts of shorthand the kinds that the shape has. */
function fit(shape: Shape, value: ShorthandValue): unknown {
  switch (shape.kind) {
    case 'list':
      return (Array.isArray(value) ? value : [value]).map((one) => fit(shape.member, one));
    case 'structure':
      return mapEntries(value, (key, one) => {
        const member = shape.memberByName.get(key);
        return member ? fit(member.shape, one) : one;
      });
    case 'map':
      return mapEntries(value, (_, one) => fit(shape.value, one));
    case 'number':
      return typeof value === 'string' ? numberOf(value, shape.integer !== false) : value;
    case 'boolean':
      return booleanOf(value);
    case 'document':
      throw new ShorthandError('Shorthand syntax does not support document types. Use JSON input for this parameter.');
    default:
      return value;
  }
}

function mapEntries(value: ShorthandValue, change: (key: string, value: ShorthandValue) => unknown): unknown {
  if (typeof value === 'string' || Array.isArray(value) || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, change(key, one)]));
}

function booleanOf(value: ShorthandValue): unknown {
  if (typeof value !== 'string' || !/^(true|false)$/i.test(value)) return value;
  return value.toLowerCase() === 'true';
}

function read(shape: Shape, values: readonly string[], place: Place): unknown {
  const [first = ''] = values;
  switch (shape.kind) {
    case 'list':
      if (values.length === 1 && /^\s*\[/.test(first)) return json(first, place);
      return values.map((value) => read(shape.member, [value], place));
    case 'structure':
    case 'map':
      if (/^\s*\{/.test(first)) return json(first, place);
      throw badValue(place.option, `Invalid JSON:\n${first}`);
    case 'document':
      return json(first, place);
    case 'number':
      return topNumber(first, shape.integer !== false, place);
    case 'boolean':
      return first.toLowerCase() !== 'false';
    default:
      return first;
  }
}

function json(text: string, { option }: Place): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw badValue(option, `Invalid JSON: ${error instanceof Error ? error.message : ''}\nJSON received: ${text}`);
  }
}

function topNumber(text: string, isInteger: boolean, { option }: Place): number {
  if (!isInteger && !isNumber(text)) throw misuse(`argument ${option}: invalid float value: '${text}'`);
  return numberOf(text, isInteger);
}

function isNumber(text: string): boolean {
  return text.trim() !== '' && Number.isFinite(Number(text));
}

function numberOf(text: string, isInteger: boolean): number {
  if (isInteger && !/^\s*[+-]?\d+\s*$/.test(text)) {
    throw plainFailure(`invalid literal for int() with base 10: '${text}'`);
  }
  if (!isNumber(text)) throw plainFailure(`could not convert string to float: '${text}'`);
  return Number(text);
}

function bodyFile(path: string, { option, files }: Place): Uint8Array {
  const content = files.read(path.replace(/^fileb?:\/\//, ''));
  if (content === undefined) throw badValue(option, 'Blob values must be a path to a file.');
  return content;
}
