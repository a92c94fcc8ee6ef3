import type { ApplyGuardrailRequest, ApplyGuardrailResponse } from '@aws-sdk/client-bedrock-runtime';
import { operation } from '@cairn/emulator-kit';
import { notSupported } from '../../bedrock/errors.ts';
import { assess, type GuardedText } from '../../bedrock/guardrails/assess.ts';
import { findVersion } from '../../bedrock/guardrails/find.ts';
import { guardrailArn } from '../../bedrock/model-choice.ts';
import type { BedrockState } from '../../bedrock/state.ts';
import type { Sent } from '../../iam/sent.ts';

type Input = Sent<ApplyGuardrailRequest>;

export const applyGuardrail = operation<BedrockState, Input, ApplyGuardrailResponse>({
  fidelity: 'simplified',
  differs:
    'Harm, prompt attacks and personal data are found by patterns and checksums, denied topics and grounding by words and nearness of meaning: English, far less than the trained models of AWS. Text only; whoever says that they do not know counts as grounded.',
  needs: ({ guardrailIdentifier }, call) => ({
    action: 'bedrock:ApplyGuardrail',
    resource: guardrailArn(call, guardrailIdentifier),
  }),
  handle: ({ guardrailIdentifier, guardrailVersion, source, content, outputScope }, call) => {
    const found = findVersion(call, guardrailIdentifier, guardrailVersion);
    const texts = content.map(textOf);
    const {
      outcome,
      reason,
      texts: shown,
      assessment,
      usage,
      coverage,
    } = assess(call, { ...found, isFull: outputScope === 'FULL' }, source, texts);
    const { blockedInputMessaging, blockedOutputsMessaging } = found.version.rules;
    const blockedText = source === 'INPUT' ? blockedInputMessaging : blockedOutputsMessaging;
    const outputs = { none: [], masked: shown, blocked: [blockedText] }[outcome];
    return {
      action: outcome === 'none' ? 'NONE' : 'GUARDRAIL_INTERVENED',
      actionReason: reason,
      outputs: outputs.map((text) => ({ text })),
      assessments: [assessment],
      usage,
      guardrailCoverage: coverage,
    };
  },
});

function textOf({ text, image }: Input['content'][number]): GuardedText {
  if (image !== undefined || text === undefined) throw notSupported('An image');
  const qualifiers = text.qualifiers ?? [];
  return { text: text.text ?? '', qualifiers: qualifiers.length > 0 ? qualifiers : ['guard_content'] };
}
