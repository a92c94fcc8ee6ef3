import type { ExamSummary, StartAttempt } from '@cairn/contract';
import { minutesText } from './exam-words.ts';
import type { StartChoice } from './use-start.ts';

/** What the start page collects, and what it asks the server for. */
export type ScopeKind = StartAttempt['scope']['kind'];
export type TimingKind = 'official' | 'plus-30' | 'half-more' | 'double' | 'untimed';

export type Plan = {
  readonly mode: StartAttempt['mode'];
  readonly scope: ScopeKind;
  readonly domain: number;
  readonly questions: number;
  readonly timing: TimingKind;
};

/** What an address may ask for: so many questions to practise with, of one domain or of all. */
export type StartSearch = { readonly practice?: number; readonly domain?: number };

const MOST_QUESTIONS = 200;

export function readStartSearch({ practice, domain }: Record<string, unknown>): StartSearch {
  const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 1;
  return {
    ...(isCount(practice) && practice <= MOST_QUESTIONS && { practice }),
    ...(isCount(domain) && { domain }),
  };
}

/** How the form begins: as the exam is, or as practice if the address asks for it. */
export function firstPlan({ bank }: ExamSummary, { practice, domain }: StartSearch): Plan {
  const first = bank.byDomain[0]?.number ?? 1;
  const asked = bank.byDomain.find(({ number }) => number === domain)?.number;
  if (practice !== undefined) {
    const questions = QUESTIONS.find((count) => count >= practice) ?? 65;
    const scope = asked === undefined ? 'unseen' : 'domain';
    return { mode: 'study', scope, domain: asked ?? first, questions, timing: 'untimed' };
  }
  return {
    mode: bank.canFillForm ? 'exam' : 'study',
    scope: bank.canFillForm ? 'form' : 'unseen',
    domain: first,
    questions: 10,
    timing: bank.canFillForm ? 'official' : 'untimed',
  };
}

/** How many questions a selection may have. */
export const QUESTIONS = [5, 10, 20, 40, 65] as const;

type Timing = StartAttempt['timing'];

export const TIMINGS: readonly { readonly id: TimingKind; readonly text: string; readonly timing: Timing }[] = [
  { id: 'official', text: 'Official time', timing: { factor: 1, extraMinutes: 0 } },
  { id: 'plus-30', text: '30 minutes more (not your first language)', timing: { factor: 1, extraMinutes: 30 } },
  { id: 'half-more', text: 'One and a half times', timing: { factor: 1.5, extraMinutes: 0 } },
  { id: 'double', text: 'Double time', timing: { factor: 2, extraMinutes: 0 } },
  { id: 'untimed', text: 'Untimed', timing: { factor: 'untimed', extraMinutes: 0 } },
];

const timingOf = (kind: TimingKind): Timing =>
  TIMINGS.find(({ id }) => id === kind)?.timing ?? { factor: 1, extraMinutes: 0 };

function scopeOf({ scope, domain, questions }: Plan): StartAttempt['scope'] {
  switch (scope) {
    case 'form':
      return { kind: 'form' };
    case 'domain':
      return { kind: 'domain', domain, questions };
    case 'missed':
    case 'unseen':
      return { kind: scope, questions };
  }
}

export const planTo = (exam: string, plan: Plan): StartChoice => ({
  exam,
  mode: plan.mode,
  scope: scopeOf(plan),
  timing: timingOf(plan.timing),
});

/** What pressing the button gets, in one line. */
export function timeText(plan: Plan, exam: ExamSummary): string {
  const { factor, extraMinutes } = timingOf(plan.timing);
  if (factor === 'untimed') return 'No clock.';
  if (plan.scope !== 'form') return 'The clock starts at once.';
  return `${minutesText(exam.minutes * factor + extraMinutes)}. The clock starts at once.`;
}
