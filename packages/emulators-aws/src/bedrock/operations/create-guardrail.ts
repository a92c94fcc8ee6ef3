import type { CreateGuardrailRequest, CreateGuardrailResponse } from '@aws-sdk/client-bedrock';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { requestTags } from '../../messaging/needs.ts';
import { conflict, tooMany } from '../errors.ts';
import { checkedRules } from '../guardrails/check-rules.ts';
import type { Guardrail } from '../guardrails/guardrail.ts';
import type { BedrockState } from '../state.ts';

type Input = Sent<CreateGuardrailRequest>;

const MOST_GUARDRAILS = 100;

export const createGuardrail = operation<BedrockState, Input, CreateGuardrailResponse>({
  fidelity: 'simplified',
  differs: 'READY at once. No images, automated reasoning, cross-Region inference or STANDARD tier.',
  needs: ({ tags = [] }) => {
    const context = requestTags(tags.map(({ key = '', value }) => [key, value] as const));
    return { action: 'bedrock:CreateGuardrail', resource: '*', context };
  },
  handle: (input, call) => {
    const { guardrails } = call.state;
    const rules = checkedRules(input);
    if ([...guardrails.values()].some(({ draft }) => draft.name === input.name)) {
      throw conflict(`Another guardrail in your account already has this name: ${input.name}`);
    }
    if (guardrails.size >= MOST_GUARDRAILS)
      throw tooMany(`An account can have up to ${MOST_GUARDRAILS} guardrails in a Region.`);
    const id = `g${call.ids.hex(11)}`;
    const at = call.date();
    const draft = {
      version: 'DRAFT',
      name: input.name,
      description: input.description,
      rules,
      createdAt: at,
      updatedAt: at,
    };
    const tags = new Map((input.tags ?? []).map(({ key = '', value = '' }) => [key, value]));
    const guardrail: Guardrail = {
      id,
      arn: call.arn(`guardrail/${id}`),
      kmsKeyArn: input.kmsKeyId,
      tags,
      draft,
      latest: 0,
      versions: new Map(),
    };
    guardrails.set(id, guardrail);
    return { guardrailId: id, guardrailArn: guardrail.arn, version: 'DRAFT', createdAt: at };
  },
});
