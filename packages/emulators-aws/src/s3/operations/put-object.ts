import type { PutObjectOutput, PutObjectRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { bucketOf } from '../access.ts';
import { keepBody, type WithPayload } from '../body.ts';
import { draftOf } from '../draft.ts';
import { notSupported } from '../errors.ts';
import { demandWritable } from '../preconditions.ts';
import { seal } from '../sealing.ts';
import type { S3State } from '../state.ts';
import { chargeWrite } from '../storage-bill.ts';
import { findCurrent } from '../versions.ts';
import { writeNeeds } from '../write-needs.ts';
import { writeObjectVersion, writtenMembers } from '../writing.ts';

export const putObject = operation<S3State, WithPayload<PutObjectRequest>, PutObjectOutput>({
  fidelity: 'real',
  needs: (input, call) => writeNeeds(call, input),
  handle: async (input, call) => {
    if (input.WriteOffsetBytes !== undefined) throw notSupported('Appending to an object');
    const bucket = bucketOf(call, input);
    const key = input.Key ?? '';
    const draft = await seal(call, draftOf(call, bucket, input));
    demandWritable(key, findCurrent(bucket, key), input);
    const { blob, eTag, checksum } = await keepBody(call, input);
    demandWritable(key, findCurrent(bucket, key), input); // another write may have come first
    const content = { blob, eTag, checksum: { ...checksum, type: 'FULL_OBJECT' as const } };
    const what = { eventName: 'ObjectCreated:Put' as const, reason: 'PutObject' };
    const object = writeObjectVersion(call, bucket, key, { draft, content, what });
    chargeWrite(call);
    return writtenMembers(bucket, key, object);
  },
});
