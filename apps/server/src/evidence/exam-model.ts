import { domainOf, domainOfTask, parametersOf, possibleOf, questionsOf } from '@cairn/exam';
import { addDays, type Day, type Instant } from '@cairn/kernel';
import {
  type BlueprintDomain,
  type Evidence,
  type FormBlueprint,
  type ItemParameters,
  type LearnerModel,
  learnerModel,
} from '@cairn/psychometrics';
import type { ExamEntry, ExamLibrary } from '../exam/library.ts';
import type { LoggedAnswer } from './repository.ts';

/** What measuring somebody for one exam needs: the model of a learner, and what the ratings say of each question. */
export type ExamModel = {
  readonly entry: ExamEntry;
  readonly learner: LearnerModel;
  /** By `nameOf`: the questions of the bank as a score report reads them. */
  readonly parameters: ReadonlyMap<string, ItemParameters>;
  /** What a form of the official length is like. */
  readonly blueprint: FormBlueprint;
};

export type ExamModels = ReadonlyMap<string, ExamModel>;

const nameOf = (itemId: string, part: string | null | undefined) => `${itemId}#${part ?? ''}`;

function parametersOfBank({ profile, items }: ExamEntry): ReadonlyMap<string, ItemParameters> {
  return new Map(
    items.flatMap((item) =>
      questionsOf(item).map(({ part, question, angoff }) => [
        nameOf(item.id, part),
        parametersOf(question, angoff, profile.credit),
      ]),
    ),
  );
}

/** Questions that the real exam would ask, by domain. */
function blueprintOf({ profile, domains, items }: ExamEntry): FormBlueprint {
  const questions = items.filter(({ practiceOnly }) => !practiceOnly).flatMap(questionsOf);
  const pooled = domains.map(
    ({ number, weight }): BlueprintDomain => ({
      domain: number,
      weight,
      pool: questions
        .filter((question) => domainOf(question) === number)
        .map(({ question, angoff }) => ({
          parameters: parametersOf(question, angoff, profile.credit),
          points: possibleOf(question, profile.credit),
        })),
    }),
  );
  return { scored: profile.form.questions - profile.form.unscored, domains: pooled };
}

export function examModels(library: ExamLibrary): ExamModels {
  return new Map(
    [...library].map(([id, entry]) => [
      id,
      {
        entry,
        learner: learnerModel(entry.domains.map(({ number }) => number)),
        parameters: parametersOfBank(entry),
        blueprint: blueprintOf(entry),
      },
    ]),
  );
}

/** The log as the model of a learner reads it. Questions that have left the bank or the blueprint say nothing. */
export function evidenceOf(answers: readonly LoggedAnswer[], { learner, parameters }: ExamModel): Evidence[] {
  return answers.flatMap(({ at, task, itemId, part, credit, setting }) => {
    const domain = domainOfTask(task);
    const own = parameters.get(nameOf(itemId, part));
    if (own === undefined || !learner.domains.includes(domain)) return [];
    const kind = setting === 'study' ? 'study-item' : 'item';
    return [{ at, domain, kind, itemId: nameOf(itemId, part), credit, parameters: own }];
  });
}

/** The last moment of a day, UTC. */
export const endOf = (on: Day): Instant => (Date.parse(addDays(on, 1)) - 1) as Instant; // a day has whole milliseconds
