import type { Standing } from '@cairn/contract';
import type { Clock } from '@cairn/kernel';
import { type DomainAbility, learnerState, overallAbility } from '@cairn/psychometrics';
import { type ExamModel, type ExamModels, evidenceOf } from '../evidence/exam-model.ts';
import type { EvidenceRepository, LoggedAnswer } from '../evidence/repository.ts';

type Deps = {
  readonly evidence: EvidenceRepository;
  readonly models: ExamModels;
  readonly learnerId: string;
  readonly clock: Clock;
};

/** Where the learner stands, derived anew from the evidence each time it is asked. */
export async function standings({ evidence, models, learnerId, clock }: Deps): Promise<Standing[]> {
  const all = await Promise.all(
    [...models.values()].map(async (model) => {
      const answers = await evidence.answers(learnerId, model.entry.profile.id);
      return answers.length === 0 ? [] : [standingIn(model, answers, clock)];
    }),
  );
  return all.flat();
}

const abilityOf = ({ theta, standardError }: Pick<DomainAbility, 'theta' | 'standardError'>) => ({
  estimate: theta,
  standardError,
});

/** Items whose latest answer, to any of their questions, earned less than everything. */
function missedItems(answers: readonly LoggedAnswer[]): ReadonlySet<string> {
  const latest = new Map(answers.map((answer) => [`${answer.itemId}#${answer.part ?? ''}`, answer])); // oldest first
  return new Set([...latest.values()].filter(({ credit }) => credit < 1).map(({ itemId }) => itemId));
}

function standingIn(model: ExamModel, answers: readonly LoggedAnswer[], clock: Clock): Standing {
  const { profile, domains } = model.entry;
  const state = learnerState(evidenceOf(answers, model), clock.now(), model.learner);
  const overall = overallAbility(
    state,
    domains.map(({ weight }) => weight),
  );
  return {
    exam: profile.id,
    certification: profile.certification,
    title: profile.title,
    answers: answers.length,
    theta: abilityOf(overall),
    // The model has the domains of the blueprint, in its order.
    domains: state.domains.map(({ domain, evidence, ...ability }, i) => ({
      number: domain,
      name: domains[i]?.name ?? '',
      answers: evidence,
      theta: abilityOf(ability),
    })),
    itemsSeen: new Set(answers.map(({ itemId }) => itemId)).size,
    itemsMissed: missedItems(answers).size,
  };
}
