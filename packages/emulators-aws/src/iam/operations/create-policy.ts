import type { CreatePolicyRequest, CreatePolicyResponse } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { describePolicy } from '../describe.ts';
import { checkDocument } from '../documents.ts';
import { iamArn, uniqueId } from '../entities.ts';
import { assertNewPolicy, useOf } from '../managed-policies.ts';
import { onNew } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState, ManagedPolicy } from '../state.ts';
import { newTags } from '../tags.ts';

export const createPolicy = operation<IamState, Sent<CreatePolicyRequest>, CreatePolicyResponse>({
  fidelity: 'real',
  needs: onNew('CreatePolicy', 'policy', ({ PolicyName }: CreatePolicyRequest) => PolicyName),
  handle: ({ PolicyName: name, Path: path = '/', PolicyDocument, Description, Tags }, call) => {
    const { state, ids } = call;
    const arn = iamArn(state.accountId, `policy${path}${name}`);
    assertNewPolicy(state, name);
    checkDocument(PolicyDocument, 'identity');
    const createdAt = call.date();
    const policy: ManagedPolicy = {
      name,
      path,
      arn,
      id: uniqueId(ids, 'ANPA'),
      description: Description,
      createdAt,
      updatedAt: createdAt,
      defaultVersionId: 'v1',
      versionsMade: 1,
      versions: new Map([['v1', { id: 'v1', document: PolicyDocument, createdAt }]]),
      tags: newTags(Tags),
    };
    state.policies.set(arn, policy);
    return { Policy: describePolicy(policy, useOf(state, arn)) };
  },
});
