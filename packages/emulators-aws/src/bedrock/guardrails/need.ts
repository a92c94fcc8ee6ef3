import type { Need } from '@cairn/emulator-kit';
import { resourceTags } from '../../messaging/needs.ts';
import { guardrailArn } from '../model-choice.ts';
import type { BedrockCall } from '../state.ts';

/** `needs` of operations on one guardrail. */
export const onGuardrail =
  (action: string) =>
  ({ guardrailIdentifier }: { readonly guardrailIdentifier: string }, call: BedrockCall): Need => {
    const resource = guardrailArn(call, guardrailIdentifier).replace(/:\d+$/, '');
    const found = [...call.state.guardrails.values()].find(({ arn }) => arn === resource);
    return { action: `bedrock:${action}`, resource, context: resourceTags(found?.tags ?? []) };
  };
