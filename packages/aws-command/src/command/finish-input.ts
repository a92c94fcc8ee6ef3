import type { Shape } from '@cairn/emulator-kit/schema';
import { findBase64 } from './base64.ts';
import { plainFailure } from './failure.ts';
import type { Globals } from './globals.ts';
import { findTimestamp } from './timestamp.ts';

/** The input as the SDK takes it: texts of blobs become bytes, timestamps dates. It was validated before. */
export function finishInput(shape: Shape, value: unknown, format: Globals['binaryFormat']): unknown {
  switch (shape.kind) {
    case 'structure':
      return mapRecord(value, (key, one) => {
        const member = shape.memberByName.get(key);
        return member ? finishInput(member.shape, one, format) : one;
      });
    case 'map':
      return mapRecord(value, (_, one) => finishInput(shape.value, one, format));
    case 'list':
      return Array.isArray(value) ? value.map((one) => finishInput(shape.member, one, format)) : value;
    case 'blob':
      return typeof value === 'string' ? bytesOf(value, format) : value;
    case 'timestamp':
      return typeof value === 'string' || typeof value === 'number' ? findTimestamp(value) : value;
    default:
      return value;
  }
}

function mapRecord(value: unknown, change: (key: string, value: unknown) => unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, change(key, one)]));
}

function bytesOf(text: string, format: Globals['binaryFormat']): Uint8Array {
  if (format === 'raw-in-base64-out') return new TextEncoder().encode(text);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII begins with control characters
  if (/[^\x00-\x7f]/.test(text)) throw plainFailure('string argument should contain only ASCII characters');
  const bytes = findBase64(text);
  if (bytes === undefined) throw plainFailure(`Invalid base64: "${text}"`);
  return bytes;
}
