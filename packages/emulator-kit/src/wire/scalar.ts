import type { Shape, TimestampFormat } from '../schema/shape.ts';
import { Malformed } from './malformed.ts';
import { formatTimestamp, parseTimestamp } from './timestamp.ts';

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

/** A value out of a header, a query parameter, a form field or an XML text. */
export function parseScalar(shape: Shape, text: string): unknown {
  switch (shape.kind) {
    case 'string':
      return text;
    case 'number':
      return parseNumber(text, shape.integer === true);
    case 'boolean':
      return parseBoolean(text);
    case 'timestamp':
      return parseTimestamp(text.trim());
    case 'blob':
      return parseBase64(text);
    case 'document':
      return parseDocument(text);
    case 'unit':
      return {};
    case 'structure':
    case 'list':
    case 'map':
      throw new Malformed(`a text stands where a ${shape.kind} is expected`);
  }
}

/** The inverse of `parseScalar`; `format` is the place's default for timestamps. */
export function formatScalar(shape: Shape, value: unknown, format: TimestampFormat): string {
  switch (shape.kind) {
    case 'timestamp':
      return formatTimestamp(value, shape.format ?? format);
    case 'blob':
      return formatBase64(value);
    case 'document':
      return JSON.stringify(value);
    case 'string':
    case 'number':
    case 'boolean':
      return String(value);
    case 'unit':
    case 'structure':
    case 'list':
    case 'map':
      throw new RangeError(`a ${shape.kind} cannot be written as one text`);
  }
}

export function parseNumber(text: string, isInteger: boolean): number {
  const trimmed = text.trim();
  if (!isInteger && (trimmed === 'NaN' || trimmed === 'Infinity' || trimmed === '-Infinity')) return Number(trimmed);
  const value = NUMBER.test(trimmed) ? Number(trimmed) : Number.NaN;
  if (Number.isFinite(value) && (!isInteger || Number.isInteger(value))) return value;
  throw new Malformed(`'${text.slice(0, 64)}' is not ${isInteger ? 'an integer' : 'a number'}`);
}

function parseBoolean(text: string): boolean {
  const lower = text.trim().toLowerCase();
  if (lower === 'true') return true;
  if (lower === 'false') return false;
  throw new Malformed(`'${text.slice(0, 64)}' is neither true nor false`);
}

/** Bytes of standard base64; padding may be missing, white space and other letters may not be there. */
export function parseBase64(text: string): Uint8Array {
  const trimmed = text.trim();
  const digits = trimmed.endsWith('=') ? trimmed.replace(/=+$/, '').length : trimmed.length;
  if (!BASE64.test(trimmed) || digits % 4 === 1) throw new Malformed('a blob is not valid base64');
  const bytes = Buffer.from(trimmed, 'base64');
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}

export function formatBase64(value: unknown): string {
  return bytesOf(value).toString('base64');
}

/** A blob of a handler's answer: bytes, or a text that stands for its UTF-8 bytes. */
export function bytesOf(value: unknown): Buffer {
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  if (typeof value === 'string') return Buffer.from(value);
  throw new RangeError(`a blob must be bytes or a text, got ${typeof value}`);
}

function parseDocument(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text; // a document is any value, and a text is one
  }
}
