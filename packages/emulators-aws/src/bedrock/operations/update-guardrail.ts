import type { UpdateGuardrailRequest, UpdateGuardrailResponse } from '@aws-sdk/client-bedrock';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { checkedRules } from '../guardrails/check-rules.ts';
import { getGuardrail } from '../guardrails/find.ts';
import { onGuardrail } from '../guardrails/need.ts';
import type { BedrockState } from '../state.ts';

export const updateGuardrail = operation<BedrockState, Sent<UpdateGuardrailRequest>, UpdateGuardrailResponse>({
  fidelity: 'simplified',
  differs: 'READY at once; the limits of CreateGuardrail.',
  needs: onGuardrail('UpdateGuardrail'),
  handle: (input, call) => {
    const guardrail = getGuardrail(call, input.guardrailIdentifier);
    const { createdAt } = guardrail.draft;
    const updatedAt = call.date();
    const { name, description } = input;
    guardrail.draft = { version: 'DRAFT', name, description, rules: checkedRules(input), createdAt, updatedAt };
    return { guardrailId: guardrail.id, guardrailArn: guardrail.arn, version: 'DRAFT', updatedAt };
  },
});
