import type { Catalog, ClaimRow, PayClaim } from '@cairn/catalog';
import { RangeChart, SourceNote } from '@cairn/ui';
import { evidenceOf } from '../app/evidence.ts';
import { rangeOf, shortMoney } from './pay-figures.ts';

/** A claim in words beside the ranges of the same article. */
export function ClaimAgainstRanges({ catalog, claim }: { catalog: Catalog; claim: PayClaim }) {
  return (
    <section aria-labelledby="claim" className="grid gap-4">
      <h2 id="claim" className="text-2xl">
        “ML engineers earn more”: what the article’s own table says
      </h2>
      <p className="max-w-3xl">
        {claim.sentence} {claim.conflict.use}{' '}
        <SourceNote evidence={evidenceOf(catalog, claim.conflict)} about={claim.conflict.topic} />
      </p>
      <div className="grid gap-x-10 gap-y-6 sm:grid-cols-2 lg:grid-cols-3">
        {claim.rows.map((row) => (
          <ClaimChart key={row.region} row={row} />
        ))}
      </div>
    </section>
  );
}

function ClaimChart({ row }: { row: ClaimRow }) {
  const { regionLabel, unit, mlEngineer, aiEngineer, lowEnd, highEnd } = row;
  const ranges = [mlEngineer, aiEngineer].map((salary) => ({ ...rangeOf(salary), basis: '', note: '' }));
  return (
    <div className="grid content-start gap-1">
      <RangeChart title={regionLabel} unit={unit} ranges={ranges} format={shortMoney} />
      <p className="text-[0.94rem] text-muted">
        ML engineer: {lowEnd} at the low end, {highEnd} at the high end.
      </p>
    </div>
  );
}
