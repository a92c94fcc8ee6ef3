import type { Found, FoundText } from '../document.ts';
import { decodedChunks } from '../encoding.ts';
import type { DocumentLimits } from '../limits.ts';
import type { OpenedFile } from '../opened-file.ts';
import { counted, damaged, listed, quoted, Refusal } from '../refusal.ts';
import { textOf } from './field-values.ts';
import { JsonUnits } from './json-units.ts';
import { hasTextField, isRecord, LONG_TEXT, readRecord } from './record.ts';

/** From a record down to the object with the text: `{"_source":{…}}`, `{"MatchedObjectDescriptor":{"UserArea":{…}}}`. */
const MAX_DEPTH = 8;
/** Names of fields that a sentence lists. */
const MAX_NAMES = 12;
/** A list of bare strings is one of postings if they are as long as this. */
const MIN_BARE_TEXT = 100;

/** With so many and no posting before them it is another kind of file. */
const MAX_BROKEN = 1000;

type Tally = { texts: number; broken: number; without: number; readonly names: Set<string> };

/** Postings of a JSON file: a list of them, an object with such a list, one object a line, or one posting. */
export async function* readJson(file: OpenedFile, limits: DocumentLimits): AsyncGenerator<Found> {
  const units = new JsonUnits(limits, /\.(?:jsonl|ndjson)$/i.test(file.name));
  const tally: Tally = { texts: 0, broken: 0, without: 0, names: new Set() };
  for await (const chunk of decodedChunks(file.chunks())) {
    for (const unit of units.push(chunk)) yield* textsOfUnit(unit, tally, limits);
    if (tally.texts === 0 && (units.hasGarbage || tally.broken > MAX_BROKEN)) throw damaged(file.name, 'JSON');
  }
  for (const unit of units.end()) yield* textsOfUnit(unit, tally, limits);
  if (tally.texts === 0) throw withoutPostings(file.name, tally, units);
  yield* notes(file.name, tally, units);
}

async function* textsOfUnit(unit: string, tally: Tally, limits: DocumentLimits): AsyncGenerator<FoundText> {
  const value = parsed(unit);
  if (value === undefined) {
    tally.broken += 1;
    return;
  }
  const before = tally.texts;
  const records = typeof value === 'string' && value.length >= MIN_BARE_TEXT ? [{ text: value }] : recordsIn(value, 0);
  for (const record of records) {
    const text = await readRecord(record, limits);
    if (!text) continue;
    tally.texts += 1;
    yield text;
  }
  if (tally.texts > before) return;
  tally.without += 1;
  if (tally.names.size < MAX_NAMES) collectNames(value, tally.names, 0);
}

/** Undefined: no sound JSON. What begins as none is not tried, because an error costs more than a record. */
function parsed(unit: string): unknown {
  if (!/^[[{"\dtfn-]/.test(unit)) return undefined;
  try {
    return JSON.parse(unit);
  } catch {
    return undefined;
  }
}

type JsonRecord = Readonly<Record<string, unknown>>;

/**
 * A record with a text of its own is one posting, whatever lists it holds; otherwise what it holds is looked at. A feed
 * has a description, too, which is shorter than those of its postings.
 */
function recordsIn(value: unknown, depth: number): readonly JsonRecord[] {
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return [];
  const own = isRecord(value) && isOwnText(value) ? ownLength(value) : 0;
  if (isRecord(value) && own >= LONG_TEXT) return [value];
  const inner = Object.values(value).flatMap((each: unknown) => recordsIn(each, depth + 1));
  if (isRecord(value) && own > 0 && !inner.some((record) => ownLength(record) > own)) return [value];
  return inner;
}

function ownLength(record: JsonRecord): number {
  const texts = Object.keys(record).filter((name) => hasTextField([name]));
  const named = longestOf(texts.map((name) => textOf(record[name])));
  return named > 0 ? named : longestOf(Object.values(record));
}

/** Length of the longest text among them. A record may hold more than a call takes arguments. */
const longestOf = (values: readonly unknown[]): number =>
  values.reduce<number>((most, value) => (typeof value === 'string' ? Math.max(most, value.length) : most), 0);

/** `content` and `text` may also hold lists and objects with the postings: then they are no text. */
function isOwnText(record: JsonRecord): boolean {
  const texts = Object.keys(record).filter((name) => typeof record[name] === 'string');
  return hasTextField(texts) || texts.some((name) => String(record[name]).length >= LONG_TEXT) || hasInnerText(record);
}

function hasInnerText(record: JsonRecord): boolean {
  return Object.entries(record).some(([name, value]) => {
    if (!hasTextField([name]) || !isRecord(value)) return false;
    const inner = value.html ?? value.rendered ?? value.content ?? value.text ?? value.value;
    return typeof inner === 'string';
  });
}

function collectNames(value: unknown, names: Set<string>, depth: number): void {
  if (names.size >= MAX_NAMES || depth > 3 || typeof value !== 'object' || value === null) return;
  const inner = Array.isArray(value) ? value.slice(0, 3) : Object.values(value);
  if (!Array.isArray(value)) for (const name of Object.keys(value)) if (names.size < MAX_NAMES) names.add(name);
  for (const each of inner) collectNames(each, names, depth + 1);
}

function withoutPostings(name: string, { names, broken }: Tally, units: JsonUnits): Refusal {
  if (names.size > 0) {
    return new Refusal(
      `${quoted(name)} holds no postings: none of its fields (${listed([...names])}) is a text; name the one with the posting “description”.`,
    );
  }
  if (units.skipped > 0)
    return new Refusal(`${quoted(name)} holds only records that are too large or nested too deep.`);
  if (broken > 0 || !units.isWhole) return damaged(name, 'JSON');
  return new Refusal(`${quoted(name)} holds no postings: it is a JSON file without any object in a list.`);
}

function* notes(name: string, { texts, broken, without }: Tally, units: JsonUnits): Generator<Found> {
  if (!units.isWhole) {
    yield { note: `${quoted(name)} ends in the middle of a record; ${counted(texts)} before it were read.` };
  }
  if (broken > 0) yield { note: `${quoted(name)}: ${counted(broken)} records are no sound JSON and were left out.` };
  if (without > 0) yield { note: `${quoted(name)}: ${counted(without)} records without a text were left out.` };
  if (units.skipped > 0) {
    yield {
      note: `${quoted(name)}: ${counted(units.skipped)} records are too large or nested too deep and were left out.`,
    };
  }
}
