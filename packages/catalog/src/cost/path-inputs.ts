import { addDays, addMonths, type Day, daysBetween } from '@cairn/kernel';
import type { Catalog } from '../catalog.ts';
import { findCertification, todayEquivalents } from '../find.ts';
import { closedSentence } from '../roadmap/chain.ts';
import { examDay, isBetaOn } from '../roadmap/exam-day.ts';
import { renewalsFor } from '../roadmap/renewals.ts';
import type { Certification } from '../schema/certification-file.ts';
import { chanceOf } from './chance.ts';
import { type ExamInputs, examInputs, hoursOf } from './exam-inputs.ts';
import { type CostTerms, MOST_EXAMS } from './request.ts';
import type { ExamCost, RenewalCost, Scenario } from './scenario.ts';

export type PathInputs = {
  readonly exams: readonly ExamInputs[];
  /** The day of each first sitting, if the hours a week are kept. */
  readonly days: readonly Day[];
  readonly scenario: Scenario;
  readonly warnings: readonly string[];
};

export type PathInputsOutcome =
  | { readonly outcome: 'inputs'; readonly inputs: PathInputs }
  | { readonly outcome: 'refused'; readonly sentence: string; readonly equivalents: readonly string[] };

/** One exam on its way: when its study begins, and when it is sat first. */
type Dated = {
  readonly certification: Certification;
  readonly from: Day;
  readonly on: Day;
  readonly inputs: ExamInputs;
};

/** All that a path is computed from, by the catalog, the learner's own words and stated assumptions. */
export function pathInputs(catalog: Catalog, codes: readonly string[], terms: CostTerms): PathInputsOutcome {
  const found = certificationsOf(catalog, codes, terms.today);
  if ('sentence' in found) return { outcome: 'refused', ...found };
  const dated = datesOf(catalog, found.certifications, terms);
  const scenario: Scenario = {
    exams: dated.map((one, index) => examCost(catalog, one, dated.slice(0, index), terms)),
    renewals: renewalCosts(catalog, dated, terms),
    hourValueUsd: terms.hourValueUsd,
    years: terms.years,
    discountRate: terms.discountRate,
    improvement: terms.improvement,
  };
  const inputs = {
    exams: dated.map((one) => one.inputs),
    days: dated.map(({ on }) => on),
    scenario,
    warnings: warningsOf(dated),
  };
  return { outcome: 'inputs', inputs };
}

type Found =
  | { readonly certifications: readonly Certification[] }
  | { readonly sentence: string; readonly equivalents: readonly string[] };

function certificationsOf(catalog: Catalog, codes: readonly string[], today: Day): Found {
  if (codes.length === 0 || codes.length > MOST_EXAMS) {
    return { sentence: `A path has 1 to ${MOST_EXAMS} exams; this one has ${codes.length}.`, equivalents: [] };
  }
  const certifications: Certification[] = [];
  for (const code of codes) {
    const one = findCertification(catalog, code);
    if (one.outcome === 'unknown') return { sentence: one.sentence, equivalents: one.nearest ? [one.nearest] : [] };
    const { certification } = one;
    const closed = closedSentence(certification, today);
    if (closed) return closedPath(catalog, certification.code, closed);
    if (certifications.includes(certification)) {
      return { sentence: `${certification.code} stands twice on this path; name it once.`, equivalents: [] };
    }
    certifications.push(certification);
  }
  return { certifications };
}

function closedPath(catalog: Catalog, code: string, closed: string) {
  const equivalents = todayEquivalents(catalog, code).map((one) => one.code);
  const advice = equivalents.length > 0 ? ` Count with ${equivalents.join(' or ')} instead.` : '';
  return { sentence: `${closed}, so no path can lead over it.${advice}`, equivalents };
}

function datesOf(catalog: Catalog, certifications: readonly Certification[], terms: CostTerms): readonly Dated[] {
  let from = terms.today;
  return certifications.map((certification, index) => {
    const place = { certification, earlier: certifications.slice(0, index) };
    const { low, high } = hoursOf(place, terms).value;
    const days = Math.ceil(((low + high) / 2 / terms.hoursPerWeek) * 7);
    const on = examDay(certification, addDays(from, days));
    const one = { certification, from, on, inputs: examInputs(catalog, place, terms, on) };
    from = on;
    return one;
  });
}

const DAYS_IN_MONTH = 365.25 / 12;
const monthsBetween = (from: Day, to: Day): number => daysBetween(from, to) / DAYS_IN_MONTH;

function examCost(catalog: Catalog, one: Dated, earlier: readonly Dated[], terms: CostTerms): ExamCost {
  const { certification, inputs, from, on } = one;
  const delays = sittingDays(catalog, one).map((day) => monthsBetween(on, day));
  const voucher = hasVoucher(earlier, certification) ? voucherShare(catalog, certification, terms) : 0;
  return {
    code: certification.code,
    fees: sittingFees(one, terms).map((fee, index) => (index === 0 ? fee * (1 - voucher) : fee)),
    chance: chanceOf(inputs.chance.value),
    materialsUsd: inputs.materials.value,
    hours: inputs.hours.value,
    retakeHours: inputs.retakeHours.value,
    studyFromMonth: monthsBetween(terms.today, from),
    examMonth: monthsBetween(terms.today, on),
    delays,
  };
}

/** A failed beta is followed by the standard exam at its own price. */
function sittingFees({ certification, inputs, on }: Dated, { edits }: CostTerms): readonly number[] {
  const fee = inputs.fee.value;
  const isOwn = edits[certification.code]?.feeUsd !== undefined;
  const standard = isBetaOn(certification, on) && !isOwn ? (certification.exam.priceUsd.value ?? fee) : fee;
  return Array.from({ length: inputs.sittings.value }, (_, index) => (index === 0 ? fee : standard));
}

/** The earliest day of each sitting by the vendor's rule on waiting. */
function sittingDays({ costs }: Catalog, { certification, inputs, on }: Dated): readonly Day[] {
  const waits = costs.retakes.find(({ vendor }) => vendor === certification.vendor)?.waitDays ?? [];
  const standard = certification.lifecycle.activeFrom as Day | undefined; // a calendar day by the file's schema
  const days: Day[] = [on];
  for (let index = 1; index < inputs.sittings.value; index += 1) {
    const earliest = addDays(days[index - 1] ?? on, waits[Math.min(index, waits.length) - 1] ?? 0);
    days.push(standard !== undefined && isBetaOn(certification, earliest) ? standard : earliest);
  }
  return days;
}

const hasVoucher = (earlier: readonly Dated[], { vendor }: Certification): boolean =>
  earlier.some((one) => one.certification.vendor === vendor);

function voucherShare({ costs }: Catalog, { vendor }: Certification, { useVouchers }: CostTerms): number {
  if (!useVouchers) return 0;
  return (costs.vouchers.find((one) => one.vendor === vendor)?.percent ?? 0) / 100;
}

/** Renewals that the view holds, by the rules of the roadmap; each sitting of a renewal is taken to be passed. */
function renewalCosts(catalog: Catalog, dated: readonly Dated[], terms: CostTerms): readonly RenewalCost[] {
  const horizon = addMonths(terms.today, Math.round(terms.years * 12));
  return renewalsFor(dated, horizon, terms.today, []).flatMap((step): RenewalCost[] => {
    const exam = dated.findIndex(({ certification }) => certification.code === step.certification);
    const one = dated[exam];
    if (!one) return [];
    const edits = terms.edits[step.certification] ?? {};
    const isByAnother = step.hours === 0 && step.costUsd === 0;
    const voucher = voucherShare(catalog, one.certification, terms);
    const base = { exam, month: monthsBetween(terms.today, step.startsOn), title: step.title };
    if (isByAnother) return [{ ...base, feeUsd: 0, hours: 0 }];
    const feeUsd = (edits.renewalFeeUsd ?? step.costUsd) * (1 - voucher);
    return [{ ...base, feeUsd, hours: edits.renewalHours ?? step.hours }];
  });
}

function warningsOf(dated: readonly Dated[]): readonly string[] {
  const codes = dated.map(({ certification }) => certification.code);
  return dated.flatMap((one) => {
    const { code, validity } = one.certification;
    return [
      one.inputs.fee.origin === 'unknown' ? `The fee of ${code} was not found; it counts as 0 until you type it.` : '',
      requirementWarning(one.certification, codes),
      lifeWarning(one),
      validity.value === null ? `How long ${code} is valid was not found; no renewal is counted.` : '',
    ].filter((sentence) => sentence !== '');
  });
}

function requirementWarning({ code, requires }: Certification, codes: readonly string[]): string {
  const accepted = requires ? [...requires.anyOf, ...(requires.otherCodes ?? [])] : [];
  if (accepted.length === 0 || accepted.some((one) => codes.includes(one))) return '';
  return `${code} requires one of ${accepted.join(', ')}; its cost is not counted here.`;
}

function lifeWarning({ certification, on }: Dated): string {
  const { code, status, lifecycle } = certification;
  if (status === 'announced') return `${code} is announced, not confirmed; check the vendor's page.`;
  if (status !== 'beta') return '';
  if (isBetaOn(certification, on))
    return `${code} would be sat in beta on ${on}: its result comes after the beta closes.`;
  return `${code} is in beta today; its standard exam is reported for ${lifecycle.activeFrom}, before ${on}, and its price is counted.`;
}
