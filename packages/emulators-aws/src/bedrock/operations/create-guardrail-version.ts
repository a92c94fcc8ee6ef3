import type { CreateGuardrailVersionRequest, CreateGuardrailVersionResponse } from '@aws-sdk/client-bedrock';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { tooMany } from '../errors.ts';
import { getGuardrail } from '../guardrails/find.ts';
import { onGuardrail } from '../guardrails/need.ts';
import type { BedrockState } from '../state.ts';

const MOST_VERSIONS = 20;

type Input = Sent<CreateGuardrailVersionRequest>;

export const createGuardrailVersion = operation<BedrockState, Input, CreateGuardrailVersionResponse>({
  fidelity: 'real',
  needs: onGuardrail('CreateGuardrailVersion'),
  handle: ({ guardrailIdentifier, description }, call) => {
    const guardrail = getGuardrail(call, guardrailIdentifier);
    const { draft, versions } = guardrail;
    if (versions.size >= MOST_VERSIONS) throw tooMany(`A guardrail can have up to ${MOST_VERSIONS} versions.`);
    guardrail.latest += 1;
    const version = String(guardrail.latest);
    const at = call.date();
    versions.set(version, {
      ...draft,
      version,
      description: description ?? draft.description,
      createdAt: at,
      updatedAt: at,
    });
    return { guardrailId: guardrail.id, version };
  },
});
