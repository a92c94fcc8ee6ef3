import { tooManyTokens } from '../bedrock/errors.ts';
import type { FoundationModel } from '../bedrock/models.ts';
import type { BedrockCall } from '../bedrock/state.ts';

const MINUTE_MILLISECONDS = 60_000;
/**
 * Tokens a minute of one model, input and output together. AWS' defaults differ by model and account, new accounts
 * get less; requests a minute are no longer limited (https://docs.aws.eu/bedrock/latest/userguide/quotas-runtime.html,
 * seen 2026-11-21). One figure for all models, at the low end, from memory.
 */
export const TOKENS_PER_MINUTE = 200_000;

/** Counts tokens of this minute; throws ThrottlingException when a request would begin above the quota. */
export function spendTokens(call: BedrockCall, { id }: FoundationModel, tokens: number, mayRefuse = true): void {
  const minute = Math.floor(call.now() / MINUTE_MILLISECONDS);
  const before = call.state.spent.get(id);
  const spent = before?.minute === minute ? before.tokens : 0;
  if (mayRefuse && spent + tokens > TOKENS_PER_MINUTE) throw tooManyTokens();
  call.state.spent.set(id, { minute, tokens: spent + tokens });
}
