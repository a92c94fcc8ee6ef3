import { type DigestName, digestOf, memoryPayload } from '@cairn/emulator-kit';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { joinCrcs } from './crc-join.ts';

const CRCS = [
  ['CRC32', 'crc32'],
  ['CRC32C', 'crc32c'],
  ['CRC64NVME', 'crc64nvme'],
] as const satisfies readonly (readonly [string, DigestName])[];

it.each(CRCS)('%s of pieces joined is that of the whole', async (name, digest) => {
  const checksum = async (bytes: Uint8Array) => (await digestOf(memoryPayload(bytes), digest)).toString('base64');
  const pieces = fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 5 });

  await fc.assert(
    fc.asyncProperty(pieces, async (parts) => {
      const digests = await Promise.all(
        parts.map(async (part) => ({ checksum: await checksum(part), size: part.length })),
      );

      expect(joinCrcs(name, digests)).toBe(await checksum(Buffer.concat(parts)));
    }),
  );
});
