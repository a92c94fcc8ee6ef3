import type { ListObjectsV2Output, ListObjectsV2Request } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { ownerOf } from '../acl.ts';
import { invalidArgument } from '../errors.ts';
import { nameEncoder, parseToken, tokenOf } from '../listing.ts';
import { listMembers, listNeed, objectPage } from '../object-listing.ts';
import type { S3State } from '../state.ts';
import { chargeWrite } from '../storage-bill.ts';

export const listObjectsV2 = operation<S3State, ListObjectsV2Request, ListObjectsV2Output>({
  fidelity: 'real',
  needs: (input, call) => listNeed(call, input),
  handle: (input, call) => {
    chargeWrite(call);
    const { ContinuationToken: token, StartAfter: startAfter = '' } = input;
    if (token === '') throw invalidArgument('The continuation token provided is incorrect', 'continuation-token', '');
    const after = token === undefined ? startAfter : parseToken(token);
    const page = objectPage(call, input, after, input.FetchOwner ? ownerOf(call) : undefined);
    return {
      ...listMembers(input, page),
      KeyCount: page.contents.length + page.commonPrefixes.length,
      ...(token === undefined ? {} : { ContinuationToken: token }),
      ...(page.isTruncated && page.last !== undefined ? { NextContinuationToken: tokenOf(page.last) } : {}),
      ...(startAfter === '' ? {} : { StartAfter: nameEncoder(input.EncodingType)(startAfter) }),
    };
  },
});
