import type { Tag } from '@aws-sdk/client-sagemaker';
import { emptyHosting, type HostingState } from './hosting-state.ts';
import { emptyJobs, type JobsState } from './jobs-state.ts';

/** All that SageMaker holds in one account and region; the runtime and the feature store's runtime share it. */
export interface SageMakerState extends JobsState, HostingState {
  /** By ARN; every resource that can bear tags has an entry, were it an empty one. */
  readonly tags: Map<string, Tag[]>;
}

export const emptyState = (): SageMakerState => ({ ...emptyJobs(), ...emptyHosting(), tags: new Map() });
