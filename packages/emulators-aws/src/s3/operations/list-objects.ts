import type { ListObjectsOutput, ListObjectsRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { ownerOf } from '../acl.ts';
import { nameEncoder } from '../listing.ts';
import { listMembers, listNeed, objectPage } from '../object-listing.ts';
import type { S3State } from '../state.ts';
import { chargeWrite } from '../storage-bill.ts';

export const listObjects = operation<S3State, ListObjectsRequest, ListObjectsOutput>({
  fidelity: 'real',
  needs: (input, call) => listNeed(call, input),
  handle: (input, call) => {
    chargeWrite(call);
    const encode = nameEncoder(input.EncodingType);
    const page = objectPage(call, input, input.Marker ?? '', ownerOf(call));
    // The first version names the next marker only where a delimiter may end a page with a common prefix.
    const isMarked = page.isTruncated && Boolean(input.Delimiter) && page.last !== undefined;
    return {
      ...listMembers(input, page),
      Marker: encode(input.Marker ?? ''),
      ...(isMarked ? { NextMarker: encode(page.last ?? '') } : {}),
    };
  },
});
