import type { PutObjectTaggingOutput, PutObjectTaggingRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { objectNeed } from '../access.ts';
import { malformedXml } from '../errors.ts';
import { objectOf } from '../reading.ts';
import type { S3State } from '../state.ts';
import { chargeWrite } from '../storage-bill.ts';
import { checkedTags, requestTagContext } from '../tags.ts';
import { versionMember } from '../versions.ts';

export const putObjectTagging = operation<S3State, PutObjectTaggingRequest, PutObjectTaggingOutput>({
  fidelity: 'real',
  needs: (input, call) => {
    const action = input.VersionId ? 's3:PutObjectVersionTagging' : 's3:PutObjectTagging';
    return objectNeed(call, input, action, requestTagContext(input.Tagging?.TagSet ?? []));
  },
  handle: (input, call) => {
    if (!input.Tagging?.TagSet) throw malformedXml();
    const object = objectOf(call, input, 'PUT');
    object.tags = checkedTags(input.Tagging.TagSet, 'object');
    chargeWrite(call);
    return versionMember(object);
  },
});
