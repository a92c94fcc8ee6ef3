import type { Shape } from '@cairn/emulator-kit/schema';

/** One option (or the positional `outfile`) of an operation's command. */
export interface Argument {
  /** `--stream-name`, or `outfile`. */
  readonly option: string;
  readonly takes: 'one' | 'many' | 'nothing' | 'position';
  readonly isRequired: boolean;
  readonly meaning: Meaning;
}

/** What an argument's value becomes. */
export type Meaning =
  | { readonly kind: 'member'; readonly member: string; readonly shape: Shape }
  | { readonly kind: 'flag'; readonly member: string; readonly value: boolean }
  | { readonly kind: 'outfile'; readonly member: string }
  | { readonly kind: 'page'; readonly part: 'startingToken' | 'pageSize' | 'maxItems' }
  | { readonly kind: 'input-json' | 'input-yaml' | 'skeleton' }
  | { readonly kind: 'hoisted'; readonly hoist: Hoist };

/** Members that the AWS CLI offers at the top though they stand deeper. */
export interface Hoist {
  readonly member: string;
  readonly part: string;
  readonly shape: Shape;
  readonly place: 'inside' | 'metric';
}
