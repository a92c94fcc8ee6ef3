import type { Call } from '@cairn/emulator-kit';
import type { Guardrail } from './guardrails/guardrail.ts';

/** Bedrock of one account and region; its runtime works on the same. */
export interface BedrockState {
  /** By id. */
  readonly guardrails: Map<string, Guardrail>;
  /** Models of the Marketplace whose terms the account has accepted, or whose agreement it has ended. */
  readonly agreements: Map<string, 'accepted' | 'ended'>;
  /** Tokens that each model has taken in the current minute of the account's time. */
  readonly spent: Map<string, { readonly minute: number; readonly tokens: number }>;
}

export type BedrockCall = Call<BedrockState>;

export const emptyState = (): BedrockState => ({ guardrails: new Map(), agreements: new Map(), spent: new Map() });
