import type { GridPoint } from '../grid.ts';
import type { CalibratedItem } from '../items/calibrated-item.ts';

/** An item that an adaptive test may give. The order of the bank is part of the definition: random draws follow it. */
export type AdaptiveItem = {
  readonly id: string;
  readonly calibration: CalibratedItem;
  /** The domain of the blueprint that it counts for. */
  readonly domain: string;
  /** Enemies: a test holds at most one item of a family. All of a family lie in one domain. */
  readonly family?: string;
  /** Questions of one case study: given together, one after the other in the order of the bank, or not at all. */
  readonly set?: string;
};

/** How many items of a domain a full-length test holds; a domain without a rule is free. */
export type DomainRule = { readonly domain: string; readonly minimum: number; readonly maximum: number };

/**
 * What makes an item the best next one.
 * - information: Fisher information at the current estimate (Lord 1980)
 * - posterior-information: Fisher information averaged over the posterior (MPWI, van der Linden 1998)
 * - likelihood-information: the same over the likelihood (MLWI, Veerkamp & Berger 1997)
 * - posterior-divergence, likelihood-divergence: Kullback–Leibler (KLP, KL; Chang & Ying 1996)
 * - posterior-variance: least expected variance after the answer (MEPV, van der Linden 1998)
 * - posterior-discrimination: variance of the expected score over the posterior (GDIP, Kaplan et al. 2015)
 */
export type SelectionCriterion =
  | 'information'
  | 'posterior-information'
  | 'likelihood-information'
  | 'posterior-divergence'
  | 'likelihood-divergence'
  | 'posterior-variance'
  | 'posterior-discrimination';

/**
 * How the best items are kept from being seen by everybody.
 * - randomesque: a draw among the `best` items (Kingsbury & Zara 1989)
 * - eligibility: each person may see an item with its probability, drawn once a person and compared with the probability
 *   of the cell of ability that the estimate lies in (Sympson & Hetter 1985; Stocking & Lewis 1998; van der Linden &
 *   Veldkamp 2004). Prices, if any, do the same with less loss: worth is divided by 1 + price, so that an item in demand
 *   goes to those about whom it tells most. `calibrateExposure` computes both.
 * - progressive: a random part that fades out as the test goes on (Revuelta & Ponsoda 1998); acceleration 0 is linear
 * - proportional: a draw with probability ∝ criterion^h, h growing from 0 (Barrada et al. 2010)
 */
export type ExposureControl =
  | { readonly kind: 'none' }
  | { readonly kind: 'randomesque'; readonly best: number }
  | {
      readonly kind: 'eligibility';
      /** Limits between cells of ability in logits, increasing; none: one cell. */
      readonly thetaEdges: readonly number[];
      /** For an item id thetaEdges.length + 1 probabilities in [0, 1]; without an entry they are 1. */
      readonly probabilities: Readonly<Record<string, readonly number[]>>;
      /** For an item id a price of 0 or more; without an entry it is 0. */
      readonly prices?: Readonly<Record<string, number>>;
      /**
       * Worth varies by chance by this share of itself (standard deviation, 0 to 0.5) at the first item and less and less
       * after it, so that not everybody starts alike; default 0.
       */
      readonly randomness?: number;
    }
  | { readonly kind: 'progressive'; readonly acceleration: number }
  | { readonly kind: 'proportional'; readonly acceleration: number };

/** Every rule but the two limits may be left out. The first that holds ends the test, never in the middle of a set. */
export type StoppingRules = {
  readonly minimumItems: number;
  readonly maximumItems: number;
  /** Stop once the posterior standard deviation is this small, in logits. */
  readonly standardError?: number;
  /** Stop once the ability lies above or below the cut with this probability, in (0.5, 1). */
  readonly certainty?: number;
  /** Stop once the best next item is expected to lower the standard error by less than this, in logits. */
  readonly negligibleGain?: number;
};

/**
 * How a test that may stop early stays close to the blueprint on the way.
 * - not-ahead: an item comes from any domain that is not ahead of its share (default)
 * - most-behind: an item comes from the domain that is furthest behind its share
 * - free: the blueprint holds at full length only
 */
export type Pace = 'not-ahead' | 'most-behind' | 'free';

/** An adaptive test as data: freeze it into the attempt and it can be replayed for ever. */
export type AdaptiveDefinition = {
  readonly items: readonly AdaptiveItem[];
  /** What is known about the ability before the first answer; see `normalGrid`. At least 4 points, increasing. */
  readonly prior: readonly GridPoint[];
  readonly stopping: StoppingRules;
  /** Default 'information'. */
  readonly criterion?: SelectionCriterion;
  /** Default none. */
  readonly exposure?: ExposureControl;
  readonly domains?: readonly DomainRule[];
  /** How many case studies a full-length test holds; default 0 to 1. */
  readonly sets?: { readonly minimum: number; readonly maximum: number };
  readonly pace?: Pace;
  /** The pass line in logits; default 0, the just-passing candidate. */
  readonly cut?: number;
};

/**
 * Score: the category 0 … `maximumScore`. A dichotomous item also takes credit between 0 and 1, which counts as in
 * `posterior`.
 */
export type AdaptiveAnswer = { readonly itemId: string; readonly score: number };

/** All the state there is: the next step follows from it, so a resumed test continues with the same item. */
export type AdaptiveLog = { readonly seed: number | string; readonly answers: readonly AdaptiveAnswer[] };

/** Credit is the sum of score / maximum score; expected is what this ability would have earned on the same items. */
export type DomainTally = {
  readonly domain: string;
  readonly answered: number;
  readonly credit: number;
  readonly expected: number;
};

/** What the answers so far say. The interval holds 80 % of the posterior; all but the probability in logits. */
export type Known = {
  readonly answered: number;
  readonly theta: number;
  readonly standardError: number;
  readonly interval: { readonly low: number; readonly high: number };
  readonly cut: number;
  readonly probabilityAboveCut: number;
  readonly domains: readonly DomainTally[];
};

/**
 * Why the most informative unused item is not the one that was given.
 * - exposure: this person is not to see it, or the draw fell on another
 * - enemy: another item of its family was given or fits better
 * - domain: its domain has had its share
 * - set: its case study does not fit, or another one is under way
 * - criterion: another item is better by the chosen criterion
 */
export type PassedOver = 'exposure' | 'enemy' | 'domain' | 'set' | 'criterion';

/** Why this item: enough for a sentence, see `describeChoice`. Information in 1/logit², at the current estimate. */
export type ItemChoice = {
  readonly information: number;
  /** The most informative unused item of the whole bank, and why another was given; absent when it is this one. */
  readonly best?: { readonly itemId: string; readonly information: number; readonly passedOver: PassedOver };
  /** Expected standard error after this answer. */
  readonly expectedStandardError: number;
  /** The domain's items given so far, and in the full test as it is planned now. */
  readonly domain: { readonly domain: string; readonly given: number; readonly planned: number };
  /** The case study that this question belongs to: its place in it, from 1. */
  readonly set?: { readonly set: string; readonly place: number; readonly size: number };
  /** How many items the draw was among, and how many this person is not to see. */
  readonly exposure: { readonly drawnFrom: number; readonly setAside: number };
  /** What had to be given up to find an item: nothing, exposure control, or the blueprint. */
  readonly relaxed: 'nothing' | 'exposure' | 'blueprint';
};

export type StopReason =
  | { readonly code: 'precise'; readonly standardError: number; readonly limit: number }
  | {
      readonly code: 'decided';
      readonly side: 'above' | 'below';
      readonly probability: number;
      readonly certainty: number;
      readonly cut: number;
    }
  | { readonly code: 'negligible-gain'; readonly gain: number; readonly limit: number }
  | { readonly code: 'maximum-items'; readonly items: number }
  | { readonly code: 'bank-exhausted'; readonly items: number };

export type AdaptiveStep =
  | {
      readonly kind: 'item';
      readonly itemId: string;
      readonly index: number;
      readonly why: ItemChoice;
      readonly known: Known;
    }
  | { readonly kind: 'stop'; readonly reason: StopReason; readonly known: Known };
