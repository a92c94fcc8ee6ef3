import { defineService } from '@cairn/emulator-kit';
import { type BedrockState, emptyState } from '../bedrock/state.ts';
import { modelOf } from '../models.ts';
import { applyGuardrail } from './operations/apply-guardrail.ts';
import { converse } from './operations/converse.ts';
import { converseStream } from './operations/converse-stream.ts';
import { countTokens } from './operations/count-tokens.ts';
import { invokeModel } from './operations/invoke-model.ts';
import { invokeModelWithResponseStream } from './operations/invoke-model-with-response-stream.ts';

/** What applications call: asks foundation models, here small local ones, behind guardrails. */
export const bedrockRuntime = defineService<BedrockState>({
  name: 'bedrock-runtime',
  get model() {
    return modelOf('bedrock-runtime');
  },
  actionPrefix: 'bedrock',
  scope: 'regional',
  sharesStateOf: 'bedrock',
  emptyState,
  operations: {
    ApplyGuardrail: applyGuardrail,
    Converse: converse,
    ConverseStream: converseStream,
    CountTokens: countTokens,
    InvokeModel: invokeModel,
    InvokeModelWithResponseStream: invokeModelWithResponseStream,
  },
});
