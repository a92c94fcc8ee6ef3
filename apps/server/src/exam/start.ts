import { isDeepStrictEqual } from 'node:util';
import { Problem, type StartAttempt } from '@cairn/contract';
import { assembleForm, deadlineOf, type Form, type FormScope, slotsOf, startSession } from '@cairn/exam';
import type { Instant } from '@cairn/kernel';
import type { EvidenceRepository } from '../evidence/repository.ts';
import type { ExamEntry } from './library.ts';
import type { Frozen } from './live-session.ts';
import { AttemptHeading, type NewAttempt } from './repository.ts';

/** Which items a scope means, from what the learner has answered so far. */
async function formScope(
  { scope }: StartAttempt,
  entry: ExamEntry,
  learnerId: string,
  evidence: EvidenceRepository,
): Promise<FormScope> {
  if (scope.kind === 'form' || scope.kind === 'domain') return scope;
  const answers = await evidence.lastAnswers(learnerId, entry.profile.id);
  const itemIds =
    scope.kind === 'missed'
      ? answers.filter(({ credit }) => credit < 1).map(({ itemId }) => itemId)
      : unseen(entry, new Set(answers.map(({ itemId }) => itemId)));
  if (itemIds.length > 0) return { kind: 'items', itemIds, questions: scope.questions };
  throw new Problem(
    'nothing-to-ask',
    scope.kind === 'missed'
      ? `You have missed nothing in ${entry.profile.code} yet; choose another selection.`
      : `You have seen every question of ${entry.profile.code}; choose another selection.`,
  );
}

const unseen = ({ items }: ExamEntry, seen: ReadonlySet<string>) =>
  items.map(({ id }) => id).filter((id) => !seen.has(id));

function assemble(entry: ExamEntry, scope: FormScope, seed: string): Form {
  const { profile, domains, items } = entry;
  const assembly = assembleForm({ profile, domains, items, seed, scope });
  if (assembly.outcome === 'assembled') return assembly.form;
  throw new Problem('form-short', assembly.missing.join(' '));
}

type Deps = { readonly learnerId: string; readonly evidence: EvidenceRepository; readonly newId: () => string };

/** Builds the form and freezes it: items, keys, parameters and rules as they are now. */
export async function newAttempt(
  request: StartAttempt,
  entry: ExamEntry,
  startedAt: Instant,
  { learnerId, evidence, newId }: Deps,
): Promise<NewAttempt> {
  const seed = request.seed ?? newId(); // not the attempt's id: who knows the seed can undo the shuffle of options
  const form = assemble(entry, await formScope(request, entry, learnerId, evidence), seed);
  const { mode, timing, scope } = request;
  const frozen: Frozen = { form, timing };
  return {
    id: request.id,
    learnerId,
    exam: entry.profile.id,
    mode,
    seed,
    frozen,
    heading: { title: entry.profile.title, scope, timing, questions: slotsOf(form).length },
    startedAt,
    deadlineAt: deadlineOf(startSession({ form, mode, timing, startedAt })),
    activeTab: request.tabId,
  };
}

type Started = Pick<NewAttempt, 'exam' | 'mode' | 'seed'> & { readonly heading: object };

/** Whether `request` is the one that started this attempt, come again, rather than another one under its id. */
export function isStartedBy(row: Started, { exam, mode, timing, scope, seed = row.seed }: StartAttempt): boolean {
  const { timing: ownTiming, scope: ownScope } = AttemptHeading.parse(row.heading);
  const own = { exam: row.exam, mode: row.mode, seed: row.seed, timing: ownTiming, scope: ownScope };
  return isDeepStrictEqual(own, { exam: exam.toLowerCase(), mode, seed, timing, scope });
}
