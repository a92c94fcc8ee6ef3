import type { Day } from '@cairn/kernel';
import type { Catalog } from '../catalog.ts';
import { isBetaOn, priceOn, shareLeft } from '../roadmap/exam-day.ts';
import type { Certification } from '../schema/certification-file.ts';
import type { StatedChance } from './chance.ts';
import { ASSUMED_CHANCE, type CostTerms } from './request.ts';

/** Where a number comes from. `unknown`: no source gives it, so it is counted as 0 until somebody types it. */
export type Origin = 'catalog' | 'estimate' | 'measured' | 'assumption' | 'typed' | 'unknown';

export type Explained<T> = {
  readonly value: T;
  readonly origin: Origin;
  readonly why: string;
  /** Keys of the catalog's sources. */
  readonly sources: readonly string[];
  readonly checkedOn?: string;
  readonly grade?: string;
};

type Hours = { readonly low: number; readonly high: number };

/** What one exam of a path is computed from: each number with where it comes from. */
export type ExamInputs = {
  readonly code: string;
  readonly name: string;
  readonly fee: Explained<number>;
  readonly chance: Explained<StatedChance>;
  readonly materials: Explained<number>;
  readonly hours: Explained<Hours>;
  readonly retakeHours: Explained<number>;
  readonly sittings: Explained<number>;
};

/** Hours before a retake, as a share of the first study time; our estimate. */
const RETAKE_SHARE = 0.2;

const typed = <T>(value: T): Explained<T> => ({ value, origin: 'typed', why: 'Typed by you.', sources: [] });

type Place = { readonly certification: Certification; readonly earlier: readonly Certification[] };

/** Study hours are needed before the day of the exam is known, so they come first. */
export function hoursOf({ certification, earlier }: Place, { background, edits }: CostTerms): Explained<Hours> {
  const own = edits[certification.code]?.hours;
  if (own !== undefined) return typed({ low: own, high: own });
  const { byBackground, basis } = certification.studyHours;
  const left = shareLeft(certification, earlier);
  const ranges = background ? [byBackground[background]] : Object.values(byBackground);
  const mean = (end: 0 | 1) => (left * ranges.reduce((sum, range) => sum + range[end], 0)) / ranges.length;
  const saved = left < 1 ? ` Skills met earlier on this path save ${Math.round((1 - left) * 100)} %.` : '';
  const who = background ? `For the background ${background.replaceAll('-', ' ')}.` : 'Over all backgrounds.';
  return {
    value: { low: Math.round(mean(0)), high: Math.round(mean(1)) },
    origin: 'estimate',
    why: `${who}${saved} ${basis}`,
    sources: [],
    checkedOn: certification.domainEvidence.checkedOn,
  };
}

/** Everything else about the exam, as it is on the day of the first sitting. */
export function examInputs(catalog: Catalog, place: Place, terms: CostTerms, on: Day): ExamInputs {
  const { certification } = place;
  const { code, name } = certification;
  const hours = hoursOf(place, terms);
  const edits = terms.edits[code] ?? {};
  return {
    code,
    name,
    fee: edits.feeUsd === undefined ? feeOn(certification, on) : typed(edits.feeUsd),
    chance: chanceFor(code, terms),
    materials: edits.materialsUsd === undefined ? NO_MATERIALS : typed(edits.materialsUsd),
    hours,
    retakeHours: edits.retakeHours === undefined ? retakeHours(hours.value) : typed(edits.retakeHours),
    sittings: sittingsOf(catalog, certification, terms, on),
  };
}

const NO_MATERIALS: Explained<number> = {
  value: 0,
  origin: 'assumption',
  why: 'Nothing is counted: what Cairn holds is free. Add a course, a book or a subscription that you would buy.',
  sources: [],
};

function retakeHours({ low, high }: Hours): Explained<number> {
  return {
    value: Math.round(((low + high) / 2) * RETAKE_SHARE),
    origin: 'assumption',
    why: 'Our assumption: a fifth of the first study time, before each retake.',
    sources: [],
  };
}

function feeOn(certification: Certification, on: Day): Explained<number> {
  const { exam } = certification;
  const isBeta = isBetaOn(certification, on) && exam.beta !== undefined;
  const fact = isBeta && exam.beta ? exam.beta : exam.priceUsd;
  const price = priceOn(certification, on);
  const note = fact.note ? ` ${fact.note}` : '';
  const provenance = { sources: fact.sources, checkedOn: fact.checkedOn, grade: fact.grade };
  if (price === undefined) {
    return { ...provenance, value: 0, origin: 'unknown', why: `Not found, counted as 0 until you type it.${note}` };
  }
  const kind = isBeta ? 'Price of the beta, each sitting.' : 'List price of the vendor, each sitting.';
  return { ...provenance, value: price, origin: 'catalog', why: `${kind}${note} Local taxes may come on top.` };
}

function chanceFor(code: string, { edits, measured }: CostTerms): Explained<StatedChance> {
  const own = edits[code]?.chance;
  if (own) return typed(own);
  const found = measured[code];
  if (found) {
    const { why, ...value } = found;
    return { value, origin: 'measured', why, sources: [] };
  }
  return {
    value: ASSUMED_CHANCE,
    origin: 'assumption',
    why: 'An assumption, not a pass rate: the vendors publish none, and there are not enough answers of yours yet.',
    sources: [],
  };
}

/** How often it may be sat: what the learner would pay for, within what the vendor allows. */
function sittingsOf(
  { costs }: Catalog,
  certification: Certification,
  { mostSittings }: CostTerms,
  on: Day,
): Explained<number> {
  const rule = costs.retakes.find(({ vendor }) => vendor === certification.vendor);
  const provenance = {
    sources: rule?.sources ?? [],
    ...(rule && { checkedOn: rule.checkedOn, grade: rule.grade }),
  };
  if (isBetaOn(certification, on) && certification.lifecycle.activeFrom === undefined) {
    const why = 'A beta may be sat once, and no source dates the standard exam: one sitting is counted.';
    return { ...provenance, value: 1, origin: 'catalog', why };
  }
  const value = Math.min(mostSittings, rule?.most?.attempts ?? mostSittings);
  return { ...provenance, value, origin: 'catalog', why: rule?.text ?? 'How often it may be sat was not found.' };
}
