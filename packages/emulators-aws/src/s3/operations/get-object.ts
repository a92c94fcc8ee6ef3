import type { GetObjectOutput, GetObjectRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { readNeed } from '../access.ts';
import { PayloadSlice, type WithPayload } from '../body.ts';
import { refuseCustomerKeys } from '../encryption.ts';
import { demandUnarchived, objectOf, readObjectHeaders } from '../reading.ts';
import { unseal } from '../sealing.ts';
import type { S3State } from '../state.ts';
import { chargeRead } from '../storage-bill.ts';

export const getObject = operation<S3State, GetObjectRequest, WithPayload<GetObjectOutput>>({
  fidelity: 'real',
  needs: (input, call) => readNeed(call, input),
  handle: async (input, call) => {
    chargeRead(call);
    refuseCustomerKeys(input);
    const object = objectOf(call, input, 'GET');
    demandUnarchived(object);
    const { range, members } = readObjectHeaders(call, object, input);
    await unseal(call, object.encryption);
    const whole = call.blobs.open(object.blob);
    const isWhole = range.start === 0 && range.end === whole.size;
    return { ...members, Body: isWhole ? whole : new PayloadSlice(whole, range.start, range.end) };
  },
});
