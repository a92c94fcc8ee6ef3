import { isDeepStrictEqual } from 'node:util';
import type { Catalog } from '@cairn/catalog';
import { findCertification } from '@cairn/catalog';
import {
  type FrozenPrediction,
  type Outcome,
  type OutcomesFile,
  type OutcomesImported,
  Problem,
  type RecordOutcome,
  type ReliabilityReport,
  type SharedOutcome,
} from '@cairn/contract';
import { addDays, type Clock, type Day, day, dayOf } from '@cairn/kernel';
import { learnerState, readinessValidation } from '@cairn/psychometrics';
import { type ExamModels, endOf, evidenceOf } from '../evidence/exam-model.ts';
import type { EvidenceRepository } from '../evidence/repository.ts';
import { estimateFrom } from '../readiness/estimate.ts';
import { reliabilityOf } from './reliability.ts';
import type { OutcomeRepository, StoredOutcome } from './repository.ts';
import { studiesOf } from './validation.ts';

export type OutcomeDeps = {
  readonly outcomes: OutcomeRepository;
  readonly evidence: EvidenceRepository;
  readonly models: ExamModels;
  readonly catalog: Catalog;
  readonly learnerId: string;
  readonly clock: Clock;
};

/** Digits that a shared probability keeps: more would tell one learner from another. */
const SHARED_DIGITS = 1000;

const sharedProbability = (probability: number): number => Math.round(probability * SHARED_DIGITS) / SHARED_DIGITS;

/** Real exam results: record with what was predicted, look back, share without a name, compare. */
export class OutcomeService {
  readonly #deps: OutcomeDeps;

  constructor(deps: OutcomeDeps) {
    this.#deps = deps;
  }

  async record(id: string, given: RecordOutcome): Promise<Outcome> {
    const { outcomes, catalog, learnerId, clock } = this.#deps;
    const found = findCertification(catalog, given.certification);
    if (found.outcome === 'unknown') throw new Problem('certification-unknown', found.sentence);
    const certification = found.certification.code.toLowerCase();
    const takenOn = this.#pastDay(given.takenOn);
    const predicted = await this.#predictionFor(certification, takenOn);
    const outcome: StoredOutcome = { ...given, id, certification, takenOn, predicted, recordedAt: clock.now() };
    await outcomes.insert(learnerId, outcome);
    const own = await outcomes.find(learnerId, id);
    if (own && isSame(own, outcome)) return this.#named(own);
    throw new Problem('outcome-id-taken', `Another recorded exam has the id ${id}; record this one under a new id.`);
  }

  async list(): Promise<Outcome[]> {
    const all = await this.#deps.outcomes.list(this.#deps.learnerId);
    return all.map((outcome) => this.#named(outcome));
  }

  async delete(id: string): Promise<void> {
    const isGone = await this.#deps.outcomes.delete(this.#deps.learnerId, id);
    if (!isGone) throw new Problem('outcome-unknown', 'It may have been deleted before; reload the list.');
  }

  async export(): Promise<OutcomesFile> {
    const all = await this.#deps.outcomes.list(this.#deps.learnerId);
    return { schema: 'outcomes/1', outcomes: all.flatMap(shared) };
  }

  /** Each id counts once: one's own outcome stays what it is, and the first of a name stays. */
  async import({ outcomes: given }: OutcomesFile): Promise<OutcomesImported> {
    const { outcomes, learnerId, clock } = this.#deps;
    const own = new Set((await outcomes.list(learnerId)).map(({ id }) => id));
    const others = given.filter(({ id }) => !own.has(id));
    const first = [...new Map([...others].reverse().map((outcome) => [outcome.id, outcome])).values()];
    const added = await outcomes.import(learnerId, first, clock.now());
    return { added, known: given.length - added };
  }

  deleteImported(): Promise<void> {
    return this.#deps.outcomes.deleteImported(this.#deps.learnerId);
  }

  async reliability(): Promise<ReliabilityReport> {
    const { outcomes, learnerId } = this.#deps;
    const own = await outcomes.list(learnerId);
    const ownIds = new Set(own.map(({ id }) => id));
    const imported = (await outcomes.listImported(learnerId)).filter(({ id }) => !ownIds.has(id));
    const counted = own.flatMap(shared);
    return {
      recorded: reliabilityOf([...counted, ...imported]),
      sources: { own: counted.length, imported: imported.length, notCounted: own.length - counted.length },
      validation: studiesOf(readinessValidation),
    };
  }

  #named(outcome: StoredOutcome): Outcome {
    return { ...outcome, code: outcome.certification.toUpperCase() };
  }

  /** East of Greenwich a day begins before it does here. */
  #pastDay(takenOn: string): Day {
    const latest = addDays(dayOf(this.#deps.clock.now()), 1);
    if (takenOn <= latest) return day(takenOn);
    throw new Problem('outcome-in-the-future', `"takenOn": ${takenOn} has not come yet; record it once it was taken.`);
  }

  /** What readiness said at the end of the day before, from the evidence up to then. */
  async #predictionFor(certification: string, takenOn: Day): Promise<FrozenPrediction | null> {
    const { models, evidence, learnerId } = this.#deps;
    const model = [...models.values()].find(({ entry }) => entry.profile.certification === certification);
    if (model === undefined) return null;
    const asOf = endOf(addDays(takenOn, -1));
    const answers = await evidence.answers(learnerId, model.entry.profile.id);
    const state = learnerState(evidenceOf(answers, model), asOf, model.learner);
    const { status, ...estimate } = estimateFrom(state, model).estimate;
    return status === 'enough' ? { ...estimate, asOf, answers: state.evidence } : null;
  }
}

/** The same exam, told again; what was predicted then stays. */
function isSame(own: StoredOutcome, again: StoredOutcome): boolean {
  const { predicted: _, recordedAt: __, ...told } = own;
  const { predicted: ___, recordedAt: ____, ...retold } = again;
  return isDeepStrictEqual(told, retold);
}

/** Without learner, day and score; nothing of an outcome that may not be counted, or that nothing was predicted for. */
function shared({ id, certification, takenOn, passed, isCounted, predicted }: StoredOutcome): SharedOutcome[] {
  if (!isCounted || predicted === null) return [];
  const probability = sharedProbability(predicted.probability);
  return [{ id, certification, takenIn: takenOn.slice(0, 7), probability, passed }];
}
