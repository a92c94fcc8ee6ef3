import { addDays, type Day, daysBetween, isDay } from '@cairn/kernel';
import { studyHoursFor } from '../advisor/effort.ts';
import type { Catalog } from '../catalog.ts';
import type { Certification } from '../schema/certification-file.ts';
import { chainTo, type Link } from './chain.ts';
import { examDay, isBetaOn, later, priceOn, shareLeft } from './exam-day.ts';
import { lifeMilestones, type Passed, renewalsFor } from './renewals.ts';
import type { RoadmapOutcome, RoadmapRequest, RoadmapStep } from './roadmap.ts';

const HORIZON_YEARS = 3;

type Planned = { readonly steps: RoadmapStep[]; readonly warnings: string[]; cursor: Day };

/** A dated way to a certification, or one sentence on why there is none. */
export function roadmap(catalog: Catalog, request: RoadmapRequest): RoadmapOutcome {
  const fault = requestFault(request);
  if (fault) return { outcome: 'refused', sentence: fault, equivalents: [] };
  const chain = chainTo(catalog, request);
  if (chain.outcome === 'refused') return chain;
  const from = request.from as Day; // checked by requestFault
  const start = later(from, request.today);
  const plan: Planned = { steps: [], warnings: [...chain.warnings], cursor: start };
  if (from < request.today)
    plan.warnings.push(`The start ${from} is past, so the plan starts today, ${request.today}.`);
  const passed = chain.links.map((link, index) => planExam(plan, request, link, chain.links.slice(0, index)));
  const before = [...plan.steps];
  const goalOn = plan.steps.findLast(({ kind }) => kind === 'exam')?.endsOn ?? start;
  const horizon = addDays(goalOn, Math.round((request.horizonYears ?? HORIZON_YEARS) * 365.25));
  plan.steps.push(...renewalsFor(passed, horizon, request.today, request.have ?? []));
  plan.steps.push(...lifeMilestones(chain.links, request.today, horizon));
  plan.steps.sort((a, b) => a.startsOn.localeCompare(b.startsOn) || a.endsOn.localeCompare(b.endsOn));
  const planned = before.filter(({ state }) => state === 'planned');
  const total = {
    weeks: Math.ceil((daysBetween(start, goalOn) + 1) / 7),
    hours: planned.reduce((sum, step) => sum + step.hours, 0),
    costUsd: planned.reduce((sum, step) => sum + step.costUsd, 0),
    endsOn: goalOn,
  };
  const codes = chain.links.map(({ certification: { code } }) => code);
  return {
    outcome: 'planned',
    roadmap: { to: codes.at(-1) ?? request.to, chain: codes, steps: plan.steps, total, warnings: plan.warnings },
  };
}

function requestFault({ from, hoursPerWeek, horizonYears }: RoadmapRequest): string | undefined {
  if (!isDay(from)) return `from: "${from}" is not a calendar day; write one such as 2027-01-11.`;
  if (!(hoursPerWeek > 0 && hoursPerWeek <= 80)) return `hoursPerWeek: ${hoursPerWeek} is not above 0 and at most 80.`;
  if (horizonYears !== undefined && !(horizonYears >= 0 && horizonYears <= 10)) {
    return `horizonYears: ${horizonYears} is not between 0 and 10.`;
  }
  return undefined;
}

function planExam(plan: Planned, request: RoadmapRequest, link: Link, earlier: readonly Link[]): Passed {
  const { certification, isOptional } = link;
  const id = certification.code.toLowerCase();
  const doneOn = (kind: string) => request.done?.find((one) => one.id === `${kind}:${id}`)?.on;
  const passedOn = doneOn('exam');
  const studiedOn = doneOn('study') ?? passedOn;
  const hours = studyHours(certification, request, earlier);
  const days = Math.max(1, Math.ceil((hours / request.hoursPerWeek) * 7));
  const startsOn = studiedOn ?? plan.cursor;
  const endsOn = studiedOn ?? addDays(startsOn, days - 1);
  const examOn = passedOn ?? examDay(certification, studiedOn ? later(plan.cursor, endsOn) : addDays(endsOn, 1));
  const base = { certification: certification.code, isOptional };
  const state = (on: Day | undefined) => (on === undefined ? 'planned' : 'done');
  plan.steps.push(
    {
      ...base,
      kind: 'study',
      id: `study:${id}`,
      title: `Study for ${certification.code}`,
      startsOn,
      endsOn,
      hours,
      costUsd: 0,
      state: state(studiedOn),
      notes: [studyNote(certification, request)],
    },
    {
      ...base,
      kind: 'exam',
      id: `exam:${id}`,
      title: `Exam ${certification.code}: ${certification.name}`,
      startsOn: examOn,
      endsOn: examOn,
      hours: 0,
      costUsd: priceOn(certification, examOn) ?? 0,
      state: state(passedOn),
      notes: examNotes(certification, examOn),
    },
  );
  if (!passedOn) plan.warnings.push(...examWarnings(certification, examOn));
  plan.cursor = later(plan.cursor, passedOn ? passedOn : addDays(examOn, 1));
  return { certification, on: examOn };
}

function studyHours(certification: Certification, request: RoadmapRequest, earlier: readonly Link[]): number {
  const before = earlier.map((link) => link.certification);
  return Math.round(studyHoursFor(certification, request.background) * shareLeft(certification, before));
}

function studyNote({ studyHours: { byBackground } }: Certification, { background }: RoadmapRequest): string {
  if (!background) return 'Our estimate, over all backgrounds; skills met earlier on the way save up to 30 %.';
  const [low, high] = byBackground[background];
  return `Our estimate: ${low} to ${high} hours from ${background}; skills met earlier on the way save up to 30 %.`;
}

function examNotes(certification: Certification, on: Day): readonly string[] {
  const { renews, vendor, exam, renewal } = certification;
  const notes: string[] = [];
  if (exam.priceUsd.value === null) notes.push(`Price: ${exam.priceUsd.note ?? 'not found.'} It is counted as 0.`);
  if (renews.length > 0) notes.push(`Passing it also renews ${renews.join(', ')} if you hold them.`);
  if (vendor === 'aws')
    notes.push('After an earlier AWS pass, a 50 % voucher may halve the fee; the full fee is counted.');
  if (renewal.value?.how === 'free-assessment') notes.push('Renewed each year by a free online assessment.');
  if (isBetaOn(certification, on)) notes.push('Beta: one sitting only, and the result comes after the beta closes.');
  return notes;
}

function examWarnings({ code, status, lifecycle }: Certification, on: Day): readonly string[] {
  if (status === 'announced') {
    return [
      `${code} is announced${lifecycle.activeFrom ? ` for ${lifecycle.activeFrom}` : ''}, not confirmed. Check the vendor's page before you book.`,
    ];
  }
  if (status !== 'beta') return [];
  const start = lifecycle.activeFrom
    ? `reported for ${lifecycle.activeFrom}, unconfirmed`
    : 'not dated in any source read';
  if (lifecycle.activeFrom !== undefined && on >= lifecycle.activeFrom) {
    return [`${code} is in beta; its standard exam is ${start}, and the plan counts on it.`];
  }
  return [`${code} would be sat in beta on ${on}; its standard exam is ${start}.`];
}
