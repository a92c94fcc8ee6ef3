import type { ItemParameters } from '../items/item-parameters.ts';
import type { EvidenceKind } from './evidence.ts';

/**
 * Belief about abilities before any answer: θ_d = g + δ_d, g ~ N(mean, generalSd²), δ_d ~ N(0, domainSd²), in logits
 * from the just-passing candidate.
 */
export type AbilityPrior = { readonly mean: number; readonly generalSd: number; readonly domainSd: number };

/** Every constant of the model of a learner, in one place. The reasons stand beside `LEARNER_DEFAULTS`. */
export type LearnerConstants = {
  readonly prior: AbilityPrior;
  /** Days in which what is known of an ability fades to 1/e of its distance from the prior. */
  readonly fadingDays: number;
  /**
   * Somebody who comes back has been learning: between two pieces of evidence abilities grow by `perDay` logits, for at
   * most `days`. After the last evidence nothing is taken for granted.
   */
  readonly growth: { readonly perDay: number; readonly days: number };
  /** In a domain idle for t days, `loss` · ln(1 + t / `days`) logits are not at hand until practice brings them back. */
  readonly forgetting: { readonly loss: number; readonly days: number };
  /** Standard deviation of the error in a question's difficulty, in logits, around what its parameters say. */
  readonly difficultySd: number;
  /** Chance that somebody who knows still answers wrongly, in [0, 1). */
  readonly slip: number;
  /** Each earlier sight of a question lets a repeat be answered from memory with `chance`, fading to 1/e in fadingDays. */
  readonly memory: { readonly chance: number; readonly fadingDays: number };
  /** How much one answer counts; 1 is a question under exam conditions. */
  readonly weights: Readonly<Record<EvidenceKind, number>>;
  /** Stands for the parameters of evidence that brings none. */
  readonly typical: Readonly<Record<EvidenceKind, ItemParameters>>;
};

/** The model of one learner and one exam. */
export type LearnerModel = LearnerConstants & {
  /** Numbers of the domains of the blueprint, each once; the order of every vector and matrix of a state. */
  readonly domains: readonly number[];
};

/**
 * - prior: somebody who prepares has on average not reached the line yet. At −0.5 the mean learner solves 56 % of what
 *   a just-passing one solves to 68 %. One logit of spread holds both a beginner and an expert within two standard
 *   deviations; domains differ half as much as people do.
 * - fadingDays, forgetting: somebody one logit above their starting point loses 0.23 in a month without practice and
 *   0.78 in a year, fast at first; reviews of unpractised skills find one standard deviation and more lost after a year
 *   (Arthur, Bennett, Stanush & McNelly 1998, Human Performance 11(1), 57–101). fadingDays also lets an unseen gain or
 *   loss of 0.4 logits happen in a month.
 * - growth: some 35 minutes of study a day, at one logit in 40 hours; the answers that follow correct it.
 * - difficultySd: an assumption: a rating of 0.7 may as well stand for 0.6 or 0.8.
 * - slip: one answer in fifty is a misread question or a wrong key pressed.
 * - memory: right after a question was seen, its key is remembered more often than not.
 * - weights: with feedback at hand and no clock, some answers are looked up, so a question says less; a lab step
 *   is done with documentation open; a card asks for one fact, and the learner grades it.
 * - typical: a card comes up when about nine in ten are remembered; a lab step is easier than a question since trying
 *   again is allowed.
 */
export const LEARNER_DEFAULTS: LearnerConstants = {
  prior: { mean: -0.5, generalSd: 1, domainSd: 0.5 },
  fadingDays: 365,
  growth: { perDay: 0.015, days: 30 },
  forgetting: { loss: 0.1, days: 7 },
  difficultySd: 0.5,
  slip: 0.02,
  memory: { chance: 0.6, fadingDays: 30 },
  weights: { item: 1, 'study-item': 0.75, card: 0.1, 'lab-step': 0.4 },
  typical: {
    item: { a: 1, b: -0.75, c: 0 },
    'study-item': { a: 1, b: -0.75, c: 0 },
    card: { a: 1, b: -2.2, c: 0 },
    'lab-step': { a: 1, b: -1, c: 0 },
  },
};

/** What a learner says of themselves before the first answer. */
export type SelfReport = 'new' | 'some-experience' | 'works-with-it';

/** Shift of the prior mean, in logits. Small: people judge their own skill badly, and a few answers outweigh it. */
const SELF_REPORT_SHIFT: Readonly<Record<SelfReport, number>> = {
  new: -0.5,
  'some-experience': 0,
  'works-with-it': 0.5,
};

type Choices = Partial<LearnerConstants> & { readonly selfReport?: SelfReport };

/**
 * The model for an exam with these domains.
 *
 * @param domains numbers of the domains of the blueprint
 * @param choices constants other than `LEARNER_DEFAULTS`, and what the learner says of themselves
 * @throws        RangeError for no domain, or one that comes twice
 */
export function learnerModel(domains: readonly number[], { selfReport, ...constants }: Choices = {}): LearnerModel {
  if (domains.length === 0) throw new RangeError('a learner model needs at least one domain');
  if (new Set(domains).size !== domains.length) throw new RangeError(`a domain comes twice in ${domains.join(', ')}`);
  const model = { ...LEARNER_DEFAULTS, ...constants, domains };
  const shift = selfReport === undefined ? 0 : SELF_REPORT_SHIFT[selfReport];
  return { ...model, prior: { ...model.prior, mean: model.prior.mean + shift } };
}
