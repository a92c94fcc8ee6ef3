import type { Directionality, EncryptionKey, TerminologyDataFormat } from '@aws-sdk/client-translate';
import type { Call } from '@cairn/emulator-kit';

/** Terminologies of one account and region, by name. */
export interface TranslateState {
  readonly terminologies: Map<string, Terminology>;
}

export type TranslateCall = Call<TranslateState>;

/** A custom terminology: how certain words are to be translated. */
export interface Terminology {
  readonly name: string;
  readonly arn: string;
  readonly description: string | undefined;
  readonly format: TerminologyDataFormat;
  /** Left out in the request: undefined, which acts as `UNI`. */
  readonly directionality: Directionality | undefined;
  readonly encryptionKey: EncryptionKey | undefined;
  readonly sizeBytes: number;
  /** The first is the source of a unidirectional terminology. */
  readonly languages: readonly string[];
  /** Texts in the order of `languages`; empty where a language has none. */
  readonly terms: readonly (readonly string[])[];
  readonly createdAt: number;
  readonly updatedAt: number;
}

export const emptyState = (): TranslateState => ({ terminologies: new Map() });
