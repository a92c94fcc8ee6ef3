import type { Rng } from '@cairn/kernel';
import type { FormScope } from '../form.ts';
import { type Candidate, countBy } from './candidate.ts';

type DomainScope = Extract<FormScope, { kind: 'domain' }>;
type ItemsScope = Extract<FormScope, { kind: 'items' }>;

/** Least-asked task first, in random order within that: a short set still touches every task. */
function byTaskInTurn(candidates: readonly Candidate[], rng: Rng): Candidate[] {
  const turns = new Map<string, number>();
  return rng
    .shuffle(candidates)
    .map((candidate) => {
      const task = candidate.tasks[0] ?? '';
      const turn = turns.get(task) ?? 0;
      turns.set(task, turn + 1);
      return { candidate, turn };
    })
    .sort((a, b) => a.turn - b.turn)
    .map(({ candidate }) => candidate);
}

/** As many of the first ones as fit whole; the first one alone, cut short, if not even that fits. */
function takeUpTo(candidates: readonly Candidate[], limit: number): Candidate[] {
  let left = limit;
  const taken = candidates.filter(({ questions }) => {
    if (questions.length > left) return false;
    left -= questions.length;
    return true;
  });
  const [first] = candidates;
  if (taken.length > 0 || first === undefined) return taken;
  return [{ ...first, questions: first.questions.slice(0, limit) }];
}

/** A composite asks only what belongs to the domain. */
function withinDomain(candidate: Candidate, domain: number): Candidate[] {
  const questions = candidate.questions.filter((_, i) => candidate.domains[i] === domain);
  const tasks = candidate.tasks.filter((_, i) => candidate.domains[i] === domain);
  return questions.length === 0 ? [] : [{ ...candidate, questions, tasks, domains: questions.map(() => domain) }];
}

/** Items for practice of one domain or of chosen items; kinds that the exam does not use may come too. */
export function chooseStudySet(
  candidates: readonly Candidate[],
  scope: DomainScope | ItemsScope,
  rng: Rng,
): Candidate[] {
  if (scope.kind === 'domain') {
    const inDomain = candidates.flatMap((candidate) => withinDomain(candidate, scope.domain));
    return takeUpTo(byTaskInTurn(inDomain, rng), scope.questions);
  }
  const wanted = [...countBy(scope.itemIds).keys()];
  const byId = new Map(candidates.map((candidate) => [candidate.item.id, candidate]));
  const found = wanted.flatMap((id) => byId.get(id) ?? []);
  return takeUpTo(found, scope.questions);
}
