import type { ListBucketsOutput, ListBucketsRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { bucketArn } from '../access.ts';
import { ownerOf } from '../acl.ts';
import { invalidArgument } from '../errors.ts';
import { compareKeys } from '../key-index.ts';
import { firstPage, parseToken, tokenOf } from '../listing.ts';
import type { S3State } from '../state.ts';
import { chargeWrite } from '../storage-bill.ts';

const MOST_BUCKETS = 10_000;

export const listBuckets = operation<S3State, ListBucketsRequest, ListBucketsOutput>({
  fidelity: 'real',
  needs: () => ({ action: 's3:ListAllMyBuckets', resource: '*' }),
  handle: (
    { MaxBuckets: most = MOST_BUCKETS, ContinuationToken: token, Prefix: prefix, BucketRegion: region },
    call,
  ) => {
    chargeWrite(call);
    if (most < 1 || most > MOST_BUCKETS) {
      throw invalidArgument(
        'Argument max-buckets must be an integer between 1 and 10000.',
        'max-buckets',
        String(most),
      );
    }
    const after = token === undefined ? '' : parseToken(token);
    const wanted = [...call.state.buckets.values()]
      .filter(({ name }) => name.startsWith(prefix ?? '') && name > after)
      .filter((bucket) => region === undefined || bucket.region === region)
      .sort((a, b) => compareKeys(a.name, b.name));
    const { entries, isTruncated } = firstPage(wanted, most);
    const last = entries.at(-1);
    return {
      Owner: ownerOf(call),
      Buckets: entries.map(({ name, createdAt, region: BucketRegion }) => ({
        Name: name,
        CreationDate: new Date(createdAt),
        BucketRegion,
        BucketArn: bucketArn(name),
      })),
      ...(prefix === undefined ? {} : { Prefix: prefix }),
      ...(isTruncated && last ? { ContinuationToken: tokenOf(last.name) } : {}),
    };
  },
});
