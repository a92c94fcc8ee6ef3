import { CLASS, SHAPE } from './fold.ts';

/** Class and shape of a character in one byte: reading them again and again costs less than reading the text. */
const SHAPE_BITS = 6;
const CLASS_MASK = (1 << SHAPE_BITS) - 1;
/** What stands behind the end of a text: reads past it find nothing. */
const PADDING = 4;

const PACKED: Uint8Array = CLASS.map((edge, unit) => edge | ((SHAPE[unit] ?? 0) << SHAPE_BITS));

let known = '';
let units = new Uint8Array(PADDING);

/** The characters of a text, packed; valid until the next text is asked for. The last text is remembered. */
export function unitsOf(text: string): Uint8Array {
  if (text === known) return units;
  const { length } = text;
  if (units.length < length + PADDING) units = new Uint8Array(length + (length >> 1) + PADDING);
  for (let at = 0; at < length; at += 1) units[at] = PACKED[text.charCodeAt(at)] ?? 0;
  units.fill(0, length, length + PADDING);
  known = text;
  return units;
}

export function unitAt(units: Uint8Array, at: number): number {
  return units[at] ?? 0;
}

export function classOf(unit: number): number {
  return unit & CLASS_MASK;
}

export function shapeOf(unit: number): number {
  return unit >> SHAPE_BITS;
}

/** Letters and digits, of any alphabet. */
export function isOfWord(unit: number): boolean {
  return unit > CLASS_MASK;
}
