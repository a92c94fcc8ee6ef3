import {
  BACKGROUNDS,
  type Background,
  COST_LIMITS,
  type CostTerms,
  type ExamEdits,
  MOST_PATHS,
  USUAL_TERMS,
} from '@cairn/catalog';

/** Everything that a comparison is made of; the address holds it all, so that it can be kept and shared. */
export type CostState = {
  readonly paths: readonly (readonly string[])[];
  readonly terms: Omit<CostTerms, 'today' | 'measured'>;
  readonly upliftUsd: number | undefined;
  readonly taxShare: number;
};

/** Shares are percent here: an address is read by people. */
export type CostSearch = {
  readonly paths?: string;
  readonly hour?: number;
  readonly weekly?: number;
  readonly years?: number;
  readonly discount?: number;
  readonly sittings?: number;
  readonly improve?: number;
  readonly vouchers?: boolean;
  readonly background?: string;
  readonly uplift?: number;
  readonly tax?: number;
  readonly edits?: string;
};

const NUMBERS = {
  hour: { limit: 'hourValueUsd', per: 1 },
  weekly: { limit: 'hoursPerWeek', per: 1 },
  years: { limit: 'years', per: 1 },
  discount: { limit: 'discountRate', per: 100 },
  sittings: { limit: 'mostSittings', per: 1 },
  improve: { limit: 'improvement', per: 100 },
  uplift: { limit: 'upliftUsd', per: 1 },
  tax: { limit: 'taxShare', per: 100 },
} as const satisfies Partial<Record<keyof CostSearch, { limit: keyof typeof COST_LIMITS; per: number }>>;
type NumberKey = keyof typeof NUMBERS;

/** Numbers of one exam in an address, each in the unit that the page shows. */
const EDITS = {
  fee: { field: 'feeUsd', limit: 'feeUsd' },
  materials: { field: 'materialsUsd', limit: 'materialsUsd' },
  hours: { field: 'hours', limit: 'hours' },
  retake: { field: 'retakeHours', limit: 'hours' },
  renewalfee: { field: 'renewalFeeUsd', limit: 'feeUsd' },
  renewalhours: { field: 'renewalHours', limit: 'hours' },
} as const;

const PATHS = '~';

export function parseCostSearch(raw: Record<string, unknown>): CostSearch {
  const texts = ['paths', 'background', 'edits'].flatMap((key) =>
    typeof raw[key] === 'string' && raw[key] !== '' ? [[key, raw[key].slice(0, 2000)]] : [],
  );
  const numbers = Object.keys(NUMBERS).flatMap((key) => {
    const value = raw[key];
    return (typeof value === 'number' || typeof value === 'string') && value !== '' ? [[key, Number(value)]] : [];
  });
  return {
    ...Object.fromEntries(texts),
    ...Object.fromEntries(numbers),
    ...((raw.vouchers === true || raw.vouchers === 'true') && { vouchers: true }),
  };
}

/** What the address says; what is unusable in it takes its usual value, and `faults` says so. */
export function stateOf(search: CostSearch): { readonly state: CostState; readonly faults: readonly string[] } {
  const faults: string[] = [];
  const number = (key: NumberKey): number | undefined => {
    const { limit, per } = NUMBERS[key];
    const value = search[key];
    if (value === undefined) return undefined;
    const { min, max } = COST_LIMITS[limit];
    if (value / per >= min && value / per <= max) return value / per;
    faults.push(`${key} was not used: write a number from ${min * per} to ${max * per}.`);
    return undefined;
  };
  const background = BACKGROUNDS.find((name) => name === search.background);
  if (search.background !== undefined && !background) {
    faults.push(`background was not used: write one of ${BACKGROUNDS.join(', ')}.`);
  }
  const terms = {
    hoursPerWeek: number('weekly') ?? USUAL_TERMS.hoursPerWeek,
    hourValueUsd: number('hour') ?? USUAL_TERMS.hourValueUsd,
    years: number('years') ?? USUAL_TERMS.years,
    discountRate: number('discount') ?? USUAL_TERMS.discountRate,
    mostSittings: Math.round(number('sittings') ?? USUAL_TERMS.mostSittings),
    improvement: number('improve') ?? USUAL_TERMS.improvement,
    useVouchers: search.vouchers === true,
    edits: editsIn(search.edits ?? '', faults),
    ...(background && { background }),
  };
  const state = {
    paths: pathsIn(search.paths ?? '', faults),
    terms,
    upliftUsd: number('uplift'),
    taxShare: number('tax') ?? 0,
  };
  return { state, faults };
}

function pathsIn(text: string, faults: string[]): readonly (readonly string[])[] {
  const paths = text
    .split(PATHS)
    .map((path) => path.split(',').flatMap((code) => code.trim().toUpperCase() || []))
    .filter((path) => path.length > 0);
  if (paths.length > MOST_PATHS) faults.push(`Only the first ${MOST_PATHS} paths are shown.`);
  return paths.slice(0, MOST_PATHS);
}

/** `MLA-C02.hours:120,MLA-C02.chance:60-40-80`. */
function editsIn(text: string, faults: string[]): Record<string, ExamEdits> {
  const edits: Record<string, ExamEdits> = {};
  for (const entry of text.split(',').filter((one) => one !== '')) {
    const [, code = '', key = '', value = ''] = /^([A-Z0-9-]{5,8})\.([a-z]+):([\d.-]+)$/.exec(entry) ?? [];
    const edit = key === 'chance' ? chanceEdit(value) : numberEdit(key, value);
    if (edit) edits[code] = { ...edits[code], ...edit };
    else faults.push(`"${entry.slice(0, 40)}" was not used: it is no number of an exam.`);
  }
  return edits;
}

function numberEdit(key: string, text: string): ExamEdits | undefined {
  if (!Object.hasOwn(EDITS, key)) return undefined;
  const { field, limit } = EDITS[key as keyof typeof EDITS]; // an own key
  const value = Number(text);
  const { min, max } = COST_LIMITS[limit];
  return text !== '' && value >= min && value <= max ? { [field]: value } : undefined;
}

function chanceEdit(text: string): ExamEdits | undefined {
  const [mean = Number.NaN, low, high] = text.split('-').map((part) => Number(part) / 100);
  const isShare = (value: number) => value >= COST_LIMITS.chance.min && value <= COST_LIMITS.chance.max;
  if (!isShare(mean)) return undefined;
  if (low === undefined || high === undefined) return { chance: { mean } };
  return isShare(low) && isShare(high) && low <= mean && mean <= high ? { chance: { mean, low, high } } : undefined;
}

const percent = (share: number): number => Number((share * 100).toFixed(2));

/** A short address: what is as usual is left out. */
export function searchOf({ paths, terms, upliftUsd, taxShare }: CostState): CostSearch {
  const edits = editsText(terms.edits);
  const full = {
    hour: [terms.hourValueUsd, USUAL_TERMS.hourValueUsd],
    weekly: [terms.hoursPerWeek, USUAL_TERMS.hoursPerWeek],
    years: [terms.years, USUAL_TERMS.years],
    discount: [percent(terms.discountRate), percent(USUAL_TERMS.discountRate)],
    sittings: [terms.mostSittings, USUAL_TERMS.mostSittings],
    improve: [percent(terms.improvement), percent(USUAL_TERMS.improvement)],
    tax: [percent(taxShare), 0],
  };
  const changed = Object.entries(full).filter(([, [value, usual]]) => value !== usual);
  return {
    ...(paths.length > 0 && { paths: paths.map((path) => path.join(',')).join(PATHS) }),
    ...Object.fromEntries(changed.map(([key, [value]]) => [key, value])),
    ...(terms.useVouchers && { vouchers: true }),
    ...(terms.background && { background: terms.background satisfies Background }),
    ...(upliftUsd !== undefined && { uplift: upliftUsd }),
    ...(edits !== '' && { edits }),
  };
}

function editsText(edits: CostTerms['edits']): string {
  return Object.entries(edits)
    .flatMap(([code, { chance, ...numbers }]) => [
      ...Object.entries(EDITS).flatMap(([key, { field }]) =>
        numbers[field] === undefined ? [] : [`${code}.${key}:${numbers[field]}`],
      ),
      ...(chance
        ? [
            `${code}.chance:${[chance.mean, chance.low, chance.high].flatMap((one) => (one === undefined ? [] : percent(one))).join('-')}`,
          ]
        : []),
    ])
    .join(',');
}
