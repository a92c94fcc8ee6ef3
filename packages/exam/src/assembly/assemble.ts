import { seededRng } from '@cairn/kernel';
import type { Domain, Form, FormScope } from '../form.ts';
import type { Item } from '../item.ts';
import type { ExamProfile } from '../profile.ts';
import { type Candidate, candidatesOf } from './candidate.ts';
import { chooseFullForm } from './full-form.ts';
import { layOut } from './layout.ts';
import { quotasOf } from './quota.ts';
import { describeShortage } from './shortage.ts';
import { chooseStudySet } from './study-set.ts';
import { drawUnscored } from './unscored.ts';

export type FormRequest = {
  readonly profile: ExamProfile;
  readonly domains: readonly Domain[];
  readonly items: readonly Item[];
  /** Repeats the form: the same request with the same seed gives the same form. */
  readonly seed: string;
  /** Ids of items that must not come. */
  readonly exclude?: Iterable<string>;
  /** Absent: a full form. */
  readonly scope?: FormScope;
};

export type Assembly =
  | { readonly outcome: 'assembled'; readonly form: Form }
  | { readonly outcome: 'short'; readonly missing: readonly string[] };

type Chosen = { readonly candidates: readonly Candidate[]; readonly unscored: ReadonlySet<string> };

/** A shorter set gets its share of the minutes, rounded up to a whole one. */
function limitSecondsOf({ minutes, form }: ExamProfile, scope: FormScope, questions: number): number {
  return 60 * (scope.kind === 'form' ? minutes : Math.ceil((minutes * questions) / form.questions));
}

/** Named fields only: the catalog says more of a domain than a form may hold. */
const frozenDomain = ({ number, name, weight, tasks }: Domain): Domain => ({
  number,
  name,
  weight,
  ...(tasks === undefined ? {} : { tasks: tasks.map(({ id, text }) => ({ id, text })) }),
});

function formOf(request: FormRequest, scope: FormScope, chosen: Chosen): Form {
  const { profile, seed } = request;
  const sections = layOut(chosen.candidates, chosen.unscored, profile, seededRng(`${seed}:order`));
  const questions = sections.reduce((count, { slots }) => count + slots.length, 0);
  return {
    schema: 'form/1',
    exam: profile.id,
    certification: profile.certification,
    title: profile.title,
    seed,
    scope,
    limitSeconds: limitSecondsOf(profile, scope, questions),
    credit: profile.credit,
    scale: profile.scale,
    tools: profile.tools,
    domains: request.domains.map(frozenDomain),
    sections,
  };
}

/** Real exams ask no kind that the vendor does not use. */
const isOfficial = ({ kinds }: ExamProfile, { item, kind }: Candidate) => !item.practiceOnly && kinds.includes(kind);

function assembleFull(request: FormRequest, candidates: readonly Candidate[]): Assembly {
  const { profile, domains, seed } = request;
  const official = candidates.filter((candidate) => isOfficial(profile, candidate));
  const quotas = quotasOf(domains, profile.form.questions, profile.form.unscored);
  const chosen = chooseFullForm(official, quotas, profile, seededRng(`${seed}:items`));
  if (chosen === undefined) return { outcome: 'short', missing: describeShortage(official, quotas, profile) };
  const unscored = drawUnscored(chosen, quotas, seededRng(`${seed}:unscored`));
  return { outcome: 'assembled', form: formOf(request, { kind: 'form' }, { candidates: chosen, unscored }) };
}

function nothingFor(scope: FormScope, domains: readonly Domain[]): string {
  if (scope.kind !== 'domain') return 'None of the chosen items is in the bank.';
  const domain = domains.find(({ number }) => number === scope.domain);
  if (domain !== undefined) return `The bank has no questions for domain ${domain.number} (${domain.name}).`;
  return `There is no domain ${scope.domain}: choose one of ${domains.map(({ number }) => number).join(', ')}.`;
}

/**
 * Builds a form from a bank, or says in sentences what the bank lacks. A full form follows the blueprint exactly:
 * question count, domain quotas, kind ranges, scored and unscored. Other scopes are practice: up to as many questions
 * as asked for, all of them scored, practice kinds included.
 */
export function assembleForm(request: FormRequest): Assembly {
  const scope = request.scope ?? { kind: 'form' };
  const candidates = candidatesOf(request.items, request.domains, new Set(request.exclude ?? []));
  if (scope.kind === 'form') return assembleFull(request, candidates);
  const chosen = chooseStudySet(candidates, scope, seededRng(`${request.seed}:items`));
  if (chosen.length === 0) return { outcome: 'short', missing: [nothingFor(scope, request.domains)] };
  return { outcome: 'assembled', form: formOf(request, scope, { candidates: chosen, unscored: new Set() }) };
}
