import { createHash } from 'node:crypto';
import type { Rng } from '@cairn/kernel';
import { isEqual, isList, isObject, type Json } from './json.ts';
import { StatesError } from './states-error.ts';

/** Where functions that are not pure get their chance from. */
export interface Chance {
  readonly uuid: () => string;
  readonly rng: () => Rng;
}

type Intrinsic = (values: readonly Json[], chance: Chance) => Json;

const failure = (why: string): StatesError => new StatesError('States.IntrinsicFailure', why);

const MOST_ITEMS = 1000;
const MOST_CHARACTERS = 10_000;
const HASHES: Readonly<Record<string, string>> = {
  MD5: 'md5',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
};

/** Amazon States Language, "Intrinsic functions". */
export const INTRINSICS: Readonly<Record<string, Intrinsic>> = {
  'States.Format': ([template, ...values]) => format(text(template), values),
  'States.StringToJson': ([value]) => parsed(text(value)),
  'States.JsonToString': ([value]) => JSON.stringify(value ?? null),
  'States.Array': (values) => values,
  'States.ArrayPartition': ([items, size]) => partition(list(items), whole(size)),
  'States.ArrayContains': ([items, value]) => list(items).some((item) => isEqual(item, value ?? null)),
  'States.ArrayRange': ([first, last, step]) => range(whole(first), whole(last), whole(step)),
  'States.ArrayGetItem': ([items, index]) => itemAt(list(items), whole(index)),
  'States.ArrayLength': ([items]) => list(items).length,
  'States.ArrayUnique': ([items]) =>
    list(items).filter((item, index, all) => all.findIndex((other) => isEqual(item, other)) === index),
  'States.Base64Encode': ([value]) => Buffer.from(short(value)).toString('base64'),
  'States.Base64Decode': ([value]) => Buffer.from(short(value), 'base64').toString('utf8'),
  'States.Hash': ([value, algorithm]) => hash(value ?? null, text(algorithm)),
  'States.JsonMerge': ([a, b, isDeep]) => merge(a ?? null, b ?? null, isDeep ?? false),
  'States.MathRandom': ([first, end], { rng }) => whole(first) + rng().below(Math.max(1, whole(end) - whole(first))),
  'States.MathAdd': ([a, b]) => whole(a) + whole(b),
  'States.StringSplit': ([value, separators]) => split(text(value), text(separators)),
  'States.UUID': (_, { uuid }) => uuid(),
};

function text(value: Json | undefined): string {
  if (typeof value !== 'string') throw failure('An argument must be a string.');
  return value;
}

function short(value: Json | undefined): string {
  const found = text(value);
  if (found.length > MOST_CHARACTERS) throw failure(`A string may have ${MOST_CHARACTERS} characters here.`);
  return found;
}

/** Fractions are rounded, as the service does. */
function whole(value: Json | undefined): number {
  if (typeof value !== 'number') throw failure('An argument must be a number.');
  return Math.round(value);
}

function list(value: Json | undefined): readonly Json[] {
  if (!isList(value)) throw failure('An argument must be an array.');
  return value;
}

function format(template: string, values: readonly Json[]): string {
  const left = [...values];
  const filled = template.replace(/\\([{}])|\{\}/g, (_, escaped: string | undefined) => {
    if (escaped !== undefined) return escaped;
    if (left.length === 0) throw failure('States.Format has more {} than values.');
    const value = left.shift() ?? null;
    return typeof value === 'string' ? value : JSON.stringify(value);
  });
  if (left.length > 0) throw failure('States.Format has more values than {}.');
  return filled;
}

function parsed(value: string): Json {
  try {
    return JSON.parse(value) as Json; // JSON is what it says
  } catch {
    throw failure('States.StringToJson was given a text that is no JSON.');
  }
}

function partition(items: readonly Json[], size: number): Json {
  if (size < 1) throw failure('States.ArrayPartition needs a size above 0.');
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}

function range(first: number, last: number, step: number): Json {
  if (step === 0) throw failure('States.ArrayRange needs a step other than 0.');
  const length = Math.max(0, Math.floor((last - first) / step) + 1);
  if (length > MOST_ITEMS) throw failure(`States.ArrayRange makes ${MOST_ITEMS} items at most.`);
  return Array.from({ length }, (_, i) => first + i * step);
}

function itemAt(items: readonly Json[], index: number): Json {
  const item = items[index];
  if (item === undefined) throw failure(`States.ArrayGetItem: there is no item ${index}.`);
  return item;
}

function hash(value: Json, algorithm: string): string {
  const name = HASHES[algorithm];
  if (name === undefined) throw failure(`States.Hash knows ${Object.keys(HASHES).join(', ')}, not ${algorithm}.`);
  return createHash(name)
    .update(typeof value === 'string' ? value : JSON.stringify(value))
    .digest('hex');
}

function merge(a: Json, b: Json, isDeep: Json): Json {
  if (!isObject(a) || !isObject(b)) throw failure('States.JsonMerge merges two objects.');
  if (isDeep !== false) throw failure('States.JsonMerge: only shallow merging, with false, is supported.');
  return { ...a, ...b };
}

function split(value: string, separators: string): Json {
  const signs = new Set(separators);
  const parts = [''];
  for (const sign of value) {
    if (signs.has(sign)) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${sign}`);
  }
  return parts.filter((part) => part !== '');
}
