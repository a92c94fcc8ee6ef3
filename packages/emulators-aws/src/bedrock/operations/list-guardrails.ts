import type { ListGuardrailsRequest, ListGuardrailsResponse } from '@aws-sdk/client-bedrock';
import { operation } from '@cairn/emulator-kit';
import { namedPage } from '../../messaging/page-token.ts';
import { invalidToken } from '../errors.ts';
import { summarizeGuardrail } from '../guardrails/describe.ts';
import { getGuardrail } from '../guardrails/find.ts';
import type { BedrockState } from '../state.ts';

const USUAL_PAGE = 50;

export const listGuardrails = operation<BedrockState, ListGuardrailsRequest, ListGuardrailsResponse>({
  fidelity: 'real',
  handle: ({ guardrailIdentifier, maxResults: limit = USUAL_PAGE, nextToken: token }, call) => {
    const shown =
      guardrailIdentifier === undefined
        ? [...call.state.guardrails.values()].map((guardrail) => ({ guardrail, version: guardrail.draft }))
        : versionsOf(getGuardrail(call, guardrailIdentifier));
    const { items, nextToken } = namedPage(
      shown,
      ({ guardrail, version }) => `${guardrail.id}/${version.version.padStart(8, '0')}`,
      { token, limit },
      invalidToken,
    );
    const guardrails = items.map(({ guardrail, version }) => summarizeGuardrail(guardrail, version));
    return { guardrails, ...(nextToken === undefined ? {} : { nextToken }) };
  },
});

const versionsOf = (guardrail: ReturnType<typeof getGuardrail>) =>
  [guardrail.draft, ...guardrail.versions.values()].map((version) => ({ guardrail, version }));
