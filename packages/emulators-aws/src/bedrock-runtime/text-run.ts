import { validation } from '../bedrock/errors.ts';
import type { FoundationModel } from '../bedrock/models.ts';
import type { BedrockCall } from '../bedrock/state.ts';
import { answer, countInput } from '../local-model/answering.ts';
import type { Answer, Conversation, Sampling } from '../local-model/conversation.ts';
import { report } from '../messaging/metrics.ts';
import { bedrockTokens } from '../prices.ts';
import { spendTokens } from './quota.ts';
import { askUpstream, upstreamOf } from './upstream.ts';

/** Simulated, so that charts have a shape: the local model answers at once. */
const FIRST_TOKEN_MILLISECONDS = 180;
const MILLISECONDS_PER_TOKEN = 9;

export interface Reply {
  readonly answer: Answer;
  readonly latencyMilliseconds: number;
}

/**
 * Has a text model answer: on this machine, or by the server that the user has set up. Counts against the quota,
 * charges, and reports to CloudWatch.
 */
export async function runText(
  call: BedrockCall,
  model: FoundationModel,
  conversation: Conversation,
  sampling: Sampling,
): Promise<Reply> {
  const inputTokens = countInput(conversation);
  if (inputTokens > model.contextTokens) throw validation('Input is too long for requested model.');
  spendTokens(call, model, inputTokens);
  const upstream = upstreamOf(process.env);
  const given = upstream
    ? await askUpstream(upstream, conversation, sampling)
    : answer(conversation, sampling, { rng: () => call.rng(), toolUseId: () => `tooluse_${call.ids.upper(22)}` });
  spendTokens(call, model, given.usage.outputTokens, false);
  const latencyMilliseconds = FIRST_TOKEN_MILLISECONDS + MILLISECONDS_PER_TOKEN * given.usage.outputTokens;
  account(call, model, given.usage, latencyMilliseconds);
  return { answer: given, latencyMilliseconds };
}

/** Puts tokens on the bill and in CloudWatch. */
export function account(
  call: BedrockCall,
  model: FoundationModel,
  { inputTokens, outputTokens }: Answer['usage'],
  latencyMilliseconds: number,
): void {
  const price = bedrockTokens(model.id);
  if (price) {
    call.charge(price.input, inputTokens / 1000);
    if (outputTokens > 0) call.charge(price.output, outputTokens / 1000);
  }
  report(
    call,
    'AWS/Bedrock',
    { ModelId: model.id },
    {
      Invocations: [1, 'Count'],
      InvocationLatency: [latencyMilliseconds, 'Milliseconds'],
      InputTokenCount: [inputTokens, 'Count'],
      OutputTokenCount: [outputTokens, 'Count'],
    },
  );
}
