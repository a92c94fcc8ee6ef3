import type { Standing } from '@cairn/contract';
import { domainOfTask, parametersOf, questionsOf } from '@cairn/exam';
import { eapAbility, type ItemParameters, normalGrid } from '@cairn/psychometrics';
import type { EvidenceRepository, LastAnswer } from '../evidence/repository.ts';
import type { ExamEntry, ExamLibrary } from '../exam/library.ts';

type Deps = { readonly evidence: EvidenceRepository; readonly library: ExamLibrary; readonly learnerId: string };

/** Where the learner stands, derived anew from the evidence each time it is asked. */
export async function standings({ evidence, library, learnerId }: Deps): Promise<Standing[]> {
  const all = await Promise.all(
    [...library.values()].map(async (entry) => {
      const answers = await evidence.lastAnswers(learnerId, entry.profile.id);
      return answers.length === 0 ? [] : [standingIn(entry, answers)];
    }),
  );
  return all.flat();
}

const nameOf = (itemId: string, part: string | null | undefined) => `${itemId}#${part ?? ''}`;

/** What the ratings say of each question of a bank, as a score report reads them. */
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

/** Ability with a standard normal prior: theta 0 is the candidate who just passes, and few answers leave it wide. */
function abilityFrom(answers: readonly LastAnswer[], bank: ReadonlyMap<string, ItemParameters>) {
  const known = answers.flatMap(({ itemId, part, credit }) => {
    const parameters = bank.get(nameOf(itemId, part));
    return parameters === undefined ? [] : [{ credit, parameters }]; // the question has left the bank
  });
  const { theta, standardError } = eapAbility(
    known.map(({ credit }) => credit),
    known.map(({ parameters }) => parameters),
    normalGrid(),
  );
  return { estimate: theta, standardError };
}

function standingIn(entry: ExamEntry, answers: readonly LastAnswer[]): Standing {
  const { profile, domains } = entry;
  const bank = parametersOfBank(entry);
  return {
    exam: profile.id,
    certification: profile.certification,
    title: profile.title,
    answers: answers.length,
    theta: abilityFrom(answers, bank),
    domains: domains.map(({ number, name }) => {
      const own = answers.filter(({ task }) => domainOfTask(task) === number);
      return { number, name, answers: own.length, theta: abilityFrom(own, bank) };
    }),
    itemsSeen: new Set(answers.map(({ itemId }) => itemId)).size,
    itemsMissed: new Set(answers.filter(({ credit }) => credit < 1).map(({ itemId }) => itemId)).size,
  };
}
