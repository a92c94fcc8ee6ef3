import type { Call } from '@cairn/emulator-kit';

/** Keys of one account and region. Plain data only: the key material is bytes in here, never given out. */
export interface KmsState {
  readonly keys: Map<string, Key>;
  /** By name, `alias/…`. */
  readonly aliases: Map<string, Alias>;
}

export type KmsCall = Call<KmsState>;

export interface Key {
  readonly id: string;
  readonly arn: string;
  readonly createdAt: number;
  readonly manager: 'CUSTOMER' | 'AWS';
  readonly material: Uint8Array;
  readonly tags: Map<string, string>;
  description: string;
  policy: string;
  status: KeyStatus;
}

export type KeyStatus =
  | { readonly state: 'Enabled' | 'Disabled' }
  | { readonly state: 'PendingDeletion'; readonly deletionAt: number; readonly timer: number };

export interface Alias {
  readonly name: string;
  readonly arn: string;
  readonly createdAt: number;
  keyId: string;
  updatedAt: number;
}

export const emptyState = (): KmsState => ({ keys: new Map(), aliases: new Map() });
