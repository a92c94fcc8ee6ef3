import type { DeleteGuardrailRequest, DeleteGuardrailResponse } from '@aws-sdk/client-bedrock';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { findVersion, getGuardrail } from '../guardrails/find.ts';
import { onGuardrail } from '../guardrails/need.ts';
import type { BedrockState } from '../state.ts';

export const deleteGuardrail = operation<BedrockState, Sent<DeleteGuardrailRequest>, DeleteGuardrailResponse>({
  fidelity: 'real',
  needs: onGuardrail('DeleteGuardrail'),
  handle: ({ guardrailIdentifier, guardrailVersion }, call) => {
    const guardrail = getGuardrail(call, guardrailIdentifier);
    if (guardrailVersion === undefined) call.state.guardrails.delete(guardrail.id);
    else guardrail.versions.delete(findVersion(call, guardrailIdentifier, guardrailVersion).version.version);
    return {};
  },
});
