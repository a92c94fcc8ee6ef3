import type { CountTokensRequest, CountTokensResponse } from '@aws-sdk/client-bedrock-runtime';
import { operation } from '@cairn/emulator-kit';
import { validation } from '../../bedrock/errors.ts';
import { chooseModel, invokeNeeds } from '../../bedrock/model-choice.ts';
import type { FoundationModel } from '../../bedrock/models.ts';
import type { BedrockState } from '../../bedrock/state.ts';
import type { Sent } from '../../iam/sent.ts';
import { countInput } from '../../local-model/answering.ts';
import type { Conversation } from '../../local-model/conversation.ts';
import { readJson } from '../bodies/parse.ts';
import { TEXT_BODIES } from '../bodies/registry.ts';
import { checkConverse } from '../converse-checks.ts';
import { conversationOf } from '../converse-input.ts';

type Input = Sent<CountTokensRequest>;

export const countTokens = operation<BedrockState, Input, CountTokensResponse>({
  fidelity: 'simplified',
  differs:
    'Tokens are estimated as a byte-pair encoding would cut the text, within some ten per cent on English prose.',
  needs: (input, call) => invokeNeeds(call, 'bedrock:CountTokens', input.modelId, undefined),
  handle: ({ modelId, input }, call) => ({ inputTokens: countInput(read(chooseModel(call, modelId), input)) }),
});

function read(model: FoundationModel, { converse, invokeModel }: Input['input']): Conversation {
  const { body } = model;
  if (body === 'titan-embedding-v1' || body === 'titan-embedding-v2' || body === 'cohere-embedding') {
    throw validation("The provided model doesn't support counting tokens.");
  }
  if (converse) {
    checkConverse(converse, model);
    return conversationOf(converse);
  }
  return TEXT_BODIES[body].read(readJson(invokeModel?.body), model.maxOutputTokens).conversation;
}
