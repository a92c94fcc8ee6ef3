import type { Instant } from '@cairn/kernel';
import type { ItemParameters } from '../items/item-parameters.ts';

/**
 * What produced a piece of evidence. `item`: a question under exam conditions, of an exam or a diagnosis; `study-item`:
 * a question with feedback at hand; `card`: one review of a flash card; `lab-step`: one graded step of a lab.
 */
export type EvidenceKind = 'item' | 'study-item' | 'card' | 'lab-step';

/** One thing that a learner did and that says something about an ability in one domain. */
export type Evidence = {
  readonly at: Instant;
  /** The number of a domain of the blueprint. */
  readonly domain: number;
  readonly kind: EvidenceKind;
  /** What was answered; the same id a second time is a repeat, and memory may have helped. */
  readonly itemId: string;
  /** Share of the points earned, in [0, 1]. */
  readonly credit: number;
  /** Of the question, θ = 0 being the just-passing candidate; absent: `LearnerModel.typical` of its kind. */
  readonly parameters?: ItemParameters;
  /** Times the weight of its kind; default 1. */
  readonly weight?: number;
};
