import type { Catalog } from '../catalog.ts';
import type { Conflict, Salary } from '../schema/reference-files.ts';

type End = 'more' | 'less' | 'the same';

export type ClaimRow = {
  readonly region: string;
  readonly regionLabel: string;
  readonly unit: string;
  readonly mlEngineer: Salary;
  readonly aiEngineer: Salary;
  /** What the ML engineer gets at each end of the range, beside the AI engineer. */
  readonly lowEnd: End;
  readonly highEnd: End;
};

export type PayClaim = { readonly conflict: Conflict; readonly rows: readonly ClaimRow[]; readonly sentence: string };

const CONFLICT = 'ml-engineers-earn-more';

/** The founding article's claim that ML engineers earn more, beside its own ranges. */
export function payClaim(catalog: Catalog): PayClaim | undefined {
  const conflict = catalog.conflicts.find(({ id }) => id === CONFLICT);
  if (!conflict) return undefined;
  const ranges = catalog.salaries.filter(({ basis }) => basis === 'article-range');
  const rows = ranges
    .filter(({ roles }) => roles.includes('ml-engineer'))
    .flatMap((mlEngineer): ClaimRow[] => {
      const { region, regionLabel, currency, period } = mlEngineer;
      const aiEngineer = ranges.find((one) => one.region === region && one.roles.includes('ai-engineer'));
      if (!aiEngineer || aiEngineer.currency !== currency || aiEngineer.period !== period) return [];
      const ends = { lowEnd: endOf(mlEngineer.low, aiEngineer.low), highEnd: endOf(mlEngineer.high, aiEngineer.high) };
      return [{ region, regionLabel, unit: `${currency} a ${period}`, mlEngineer, aiEngineer, ...ends }];
    });
  return { conflict, rows, sentence: sentenceOf(rows) };
}

function endOf(ml = 0, ai = 0): End {
  if (ml === ai) return 'the same';
  return ml > ai ? 'more' : 'less';
}

function sentenceOf(rows: readonly ClaimRow[]): string {
  const agreeing = rows.filter(({ lowEnd, highEnd }) => lowEnd === 'more' && highEnd === 'more');
  const others = rows
    .filter((row) => !agreeing.includes(row))
    .map(({ regionLabel, lowEnd, highEnd }) =>
      lowEnd === highEnd
        ? `${regionLabel} (${lowEnd} at both ends)`
        : `${regionLabel} (${lowEnd} at the low end, ${highEnd} at the high end)`,
    );
  const holds = `Its own table bears that out in ${agreeing.length} of ${rows.length} regions`;
  return others.length === 0 ? `${holds}.` : `${holds}, and not in ${others.join(' and ')}.`;
}
