import type { Standing } from '@cairn/contract';
import { domainOfTask } from '@cairn/exam';
import { difficultyOfAngoff, eapAbility, normalGrid } from '@cairn/psychometrics';
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

/** Ability with a standard normal prior: theta 0 is the candidate who just passes, and few answers leave it wide. */
function abilityFrom(answers: readonly LastAnswer[], ratings: ReadonlyMap<string, number>) {
  const known = answers.flatMap(({ itemId, credit }) => {
    const angoff = ratings.get(itemId);
    return angoff === undefined ? [] : [{ credit, angoff }]; // the item has left the bank
  });
  const parameters = known.map(({ angoff }) => ({ a: 1, b: difficultyOfAngoff(angoff, 0), c: 0 }));
  const { theta, standardError } = eapAbility(
    known.map(({ credit }) => credit),
    parameters,
    normalGrid(),
  );
  return { estimate: theta, standardError };
}

function standingIn({ profile, domains, items }: ExamEntry, answers: readonly LastAnswer[]): Standing {
  const ratings = new Map(items.map(({ id, angoff }) => [id, angoff]));
  return {
    exam: profile.id,
    certification: profile.certification,
    title: profile.title,
    answers: answers.length,
    theta: abilityFrom(answers, ratings),
    domains: domains.map(({ number, name }) => {
      const own = answers.filter(({ task }) => domainOfTask(task) === number);
      return { number, name, answers: own.length, theta: abilityFrom(own, ratings) };
    }),
    itemsSeen: answers.length,
    itemsMissed: answers.filter(({ credit }) => credit < 1).length,
  };
}
