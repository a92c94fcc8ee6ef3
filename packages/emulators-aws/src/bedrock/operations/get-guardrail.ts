import type { GetGuardrailRequest, GetGuardrailResponse } from '@aws-sdk/client-bedrock';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { describeGuardrail } from '../guardrails/describe.ts';
import { findVersion } from '../guardrails/find.ts';
import { onGuardrail } from '../guardrails/need.ts';
import type { BedrockState } from '../state.ts';

export const getGuardrail = operation<BedrockState, Sent<GetGuardrailRequest>, GetGuardrailResponse>({
  fidelity: 'real',
  needs: onGuardrail('GetGuardrail'),
  handle: ({ guardrailIdentifier, guardrailVersion = 'DRAFT' }, call) => {
    const { guardrail, version } = findVersion(call, guardrailIdentifier, guardrailVersion);
    return describeGuardrail(guardrail, version);
  },
});
