import type { AlgorithmName } from '../algorithms/algorithm.ts';
import type { ChannelData } from '../data/dataset.ts';

/** What a training thread is given: plain data. */
export interface TrainingTask {
  readonly algorithm: AlgorithmName;
  readonly hyperparameters: Readonly<Record<string, string>>;
  readonly channels: Readonly<Record<string, ChannelData>>;
}

/** What a training thread says on its way. */
export type TrainingNews =
  | { readonly kind: 'log'; readonly line: string }
  | { readonly kind: 'metric'; readonly name: string; readonly value: number };

export type TrainingOutcome =
  /** `file` is the text of the model file. */
  | { readonly outcome: 'trained'; readonly file: string }
  /** One sentence that the user can act on. */
  | { readonly outcome: 'refused'; readonly message: string };

export type ThreadMessage = TrainingNews | { readonly kind: 'end'; readonly result: TrainingOutcome };
