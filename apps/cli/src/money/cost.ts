import {
  BACKGROUNDS,
  type BreakEven,
  breakEvenMonth,
  breakEvenUplift,
  type Catalog,
  COST_LIMITS,
  COST_PARTS,
  type CostTerms,
  type ExamInputs,
  type Influence,
  MOST_PATHS,
  type PathCost,
  pathCost,
  pathInputs,
  type StatedChance,
  sensitivity,
  USUAL_TERMS,
} from '@cairn/catalog';
import { type Day, nearestName } from '@cairn/kernel';
import { UsageError } from '../failure.ts';

/** As commander hands them over: all texts. */
export type CostOptions = {
  readonly hourValue?: string;
  readonly passProbability?: string;
  readonly years?: string;
  readonly discountRate?: string;
  readonly materials?: string;
  readonly uplift?: string;
  readonly taxShare?: string;
  readonly hoursPerWeek?: string;
  readonly sittings?: string;
  readonly background?: string;
  readonly vouchers?: true;
  readonly compare?: readonly string[];
};

export type CostAnswer = {
  readonly method: 'exact enumeration';
  readonly terms: Omit<CostTerms, 'measured' | 'edits'>;
  readonly paths: readonly {
    readonly codes: readonly string[];
    readonly cost: PathCost;
    readonly inputs: readonly ExamInputs[];
    readonly renewals: readonly {
      readonly title: string;
      readonly month: number;
      readonly feeUsd: number;
      readonly hours: number;
    }[];
    readonly breakEven: {
      readonly upliftUsd: number | null;
      readonly atUplift?: { readonly upliftUsd: number; readonly result: BreakEven };
    };
    readonly sensitivity: readonly Influence[];
    readonly warnings: readonly string[];
  }[];
  readonly note: string;
};

const NOTE =
  'No source in the catalog measures what a certificate adds to pay: the uplift is a supposition of yours, never a forecast.';

type LimitName = keyof typeof COST_LIMITS;

/** @throws UsageError unless the text is a number within the limits */
function numberOf(option: string, text: string | undefined, limit: LimitName): number | undefined {
  if (text === undefined) return undefined;
  const { min, max } = COST_LIMITS[limit];
  const value = Number(text);
  if (text.trim() !== '' && value >= min && value <= max) return value;
  throw new UsageError(`${option} ${text} is not a number from ${min} to ${max}.`);
}

/** `0.7`, or `0.7:0.5:0.9` with the ends of its 80 % interval. */
function chanceOf(text: string | undefined): StatedChance | undefined {
  if (text === undefined) return undefined;
  const [mean, low, high, ...more] = text.split(':').map((part) => numberOf('--pass-probability', part, 'chance'));
  if (mean === undefined || more.length > 0 || (low === undefined) !== (high === undefined)) {
    throw new UsageError(`--pass-probability ${text}: write one number such as 0.7, or 0.7:0.5:0.9 with an interval.`);
  }
  if (low === undefined || high === undefined) return { mean };
  if (low <= mean && mean <= high) return { mean, low, high };
  throw new UsageError(`--pass-probability ${text}: the first number must lie between the other two.`);
}

function backgroundOf(text: string | undefined) {
  if (text === undefined) return undefined;
  const found = BACKGROUNDS.find((name) => name === text.trim().toLowerCase());
  if (found) return found;
  const near = nearestName(text, BACKGROUNDS);
  const advice = near === undefined ? `write one of ${BACKGROUNDS.join(', ')}.` : `did you mean ${near}?`;
  throw new UsageError(`--background ${text} is not known; ${advice}`);
}

function termsOf(options: CostOptions, codes: readonly string[], today: Day): CostTerms {
  const chance = chanceOf(options.passProbability);
  const materialsUsd = numberOf('--materials', options.materials, 'materialsUsd');
  const background = backgroundOf(options.background);
  const edit = (isFirst: boolean) => ({
    ...(chance && { chance }),
    ...(materialsUsd !== undefined && isFirst && { materialsUsd }),
  });
  const sittings = numberOf('--sittings', options.sittings, 'mostSittings');
  if (sittings !== undefined && !Number.isInteger(sittings)) {
    throw new UsageError(`--sittings ${options.sittings} is not a whole number.`);
  }
  return {
    ...USUAL_TERMS,
    today,
    ...(background && { background }),
    hoursPerWeek: numberOf('--hours-per-week', options.hoursPerWeek, 'hoursPerWeek') ?? USUAL_TERMS.hoursPerWeek,
    hourValueUsd: numberOf('--hour-value', options.hourValue, 'hourValueUsd') ?? USUAL_TERMS.hourValueUsd,
    years: numberOf('--years', options.years, 'years') ?? USUAL_TERMS.years,
    discountRate: numberOf('--discount-rate', options.discountRate, 'discountRate') ?? USUAL_TERMS.discountRate,
    mostSittings: sittings ?? USUAL_TERMS.mostSittings,
    useVouchers: options.vouchers ?? false,
    edits: Object.fromEntries(codes.map((code, index) => [code, edit(index === 0)])),
  };
}

const codesIn = (text: string): readonly string[] =>
  text
    .split(',')
    .map((code) => code.trim().toUpperCase())
    .filter((code) => code !== '');

/** @throws UsageError for anything that cannot be computed, in one sentence */
export function costAnswer(catalog: Catalog, codes: readonly string[], options: CostOptions, today: Day): CostAnswer {
  const paths = [codes.flatMap(codesIn), ...(options.compare ?? []).map(codesIn)];
  if (paths.length > MOST_PATHS) throw new UsageError(`At most ${MOST_PATHS} paths can stand side by side.`);
  const uplift = numberOf('--uplift', options.uplift, 'upliftUsd');
  const taxShare = numberOf('--tax-share', options.taxShare, 'taxShare') ?? 0;
  const { measured: _, edits: __, ...shown } = termsOf(options, [], today);
  return {
    method: 'exact enumeration',
    terms: shown,
    paths: paths.map((path) => pathAnswer(catalog, path, termsOf(options, path, today), uplift, taxShare)),
    note: NOTE,
  };
}

function pathAnswer(
  catalog: Catalog,
  codes: readonly string[],
  terms: CostTerms,
  uplift: number | undefined,
  taxShare: number,
): CostAnswer['paths'][number] {
  const scenarioAt = (years: number) => {
    const found = pathInputs(catalog, codes, { ...terms, years });
    if (found.outcome === 'refused') throw new UsageError(found.sentence);
    return found.inputs;
  };
  const { exams, scenario, warnings } = scenarioAt(terms.years);
  return {
    codes: exams.map(({ code }) => code),
    cost: pathCost(scenario),
    inputs: exams,
    renewals: scenario.renewals.map(({ title, month, feeUsd, hours }) => ({ title, month, feeUsd, hours })),
    breakEven: {
      upliftUsd: breakEvenUplift(scenario, { taxShare }) ?? null,
      ...(uplift !== undefined && {
        atUplift: { upliftUsd: uplift, result: breakEvenMonth(scenario, uplift, { taxShare }) },
      }),
    },
    sensitivity: sensitivity(scenario, (years) => scenarioAt(years).scenario),
    warnings,
  };
}

const usd = (value: number): string => `USD ${Math.round(value).toLocaleString('en')}`;
const percent = (share: number): string => (share < 1 && share >= 0.995 ? 'over 99 %' : `${Math.round(share * 100)} %`);

function describePath(
  { cost, inputs, breakEven, sensitivity: moves, warnings }: CostAnswer['paths'][number],
  years: number,
) {
  const { expectedUsd, interval, cashUsd, timeUsd, hours, parts, chanceOfAll } = cost;
  return [
    cost.codes.join(' → '),
    `  Expected ${usd(expectedUsd)} (80 % between ${usd(interval.low)} and ${usd(interval.high)}): cash ${usd(cashUsd)}, hours ${usd(timeUsd)} for ${Math.round(hours)} hours.`,
    ...parts
      .filter((part) => part.usd > 0)
      .map(({ part, usd: value }) => `    ${COST_PARTS[part].label}: ${usd(value)}`),
    ...inputs.map(
      ({ code, fee, chance }) =>
        `  ${code}: fee ${usd(fee.value)} (${fee.origin}${fee.checkedOn ? `, checked ${fee.checkedOn}` : ''}); chance of passing ${percent(chance.value.mean)} (${chance.origin}).`,
    ),
    `  Every exam is passed within the sittings paid for with ${percent(chanceOfAll)}.`,
    breakEven.upliftUsd === null
      ? `  Within ${years} years it cannot be paid back.`
      : `  Paid back within ${years} years by ${usd(breakEven.upliftUsd)} more a year, before tax.`,
    ...(breakEven.atUplift ? [`  ${upliftText(breakEven.atUplift, years)}`] : []),
    ...(moves[0]
      ? [`  What moves the answer most: ${moves[0].label.toLowerCase()} (${moves[0].from} to ${moves[0].to}).`]
      : []),
    ...warnings.map((warning) => `  ${warning}`),
  ].join('\n');
}

function upliftText({ upliftUsd, result }: { upliftUsd: number; result: BreakEven }, years: number): string {
  if (result.outcome === 'never') return `With ${usd(upliftUsd)} more a year: never within ${years} years.`;
  return `With ${usd(upliftUsd)} more a year: after ${result.month} months.`;
}

export function describeCosts({ paths, terms, note }: CostAnswer): string {
  return [...paths.map((path) => describePath(path, terms.years)), note].join('\n\n');
}
