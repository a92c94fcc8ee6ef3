import type { SelectObjectContentRequest } from '@aws-sdk/client-s3';
import { operation, ServiceError } from '@cairn/emulator-kit';
import { objectNeed } from '../access.ts';
import type { S3State } from '../state.ts';

export const selectObjectContent = operation<S3State, SelectObjectContentRequest, never>({
  fidelity: 'shape-only',
  differs: 'AWS closed S3 Select to new customers in July 2024; it always answers 501. Use Athena.',
  needs: (input, call) => objectNeed(call, input, 's3:GetObject'),
  handle: () => {
    const message =
      'S3 Select has been closed to new customers since July 2024, so this account does not have it. Query the object with Athena.';
    throw new ServiceError('NotImplemented', message, 501);
  },
});
