import type { Catalog } from '@cairn/catalog';
import { SourceNote } from '@cairn/ui';
import { evidenceOf } from '../app/evidence.ts';
import { usd } from '../app/words.ts';

/** Prices of materials that a source gives. None is counted by itself. */
export function KnownPrices({ catalog, codes }: { catalog: Catalog; codes: readonly string[] }) {
  const vendors = new Set(
    catalog.certifications.filter(({ code }) => codes.includes(code)).map(({ vendor }) => vendor),
  );
  const known = catalog.costs.materials.filter(({ vendor }) => vendors.has(vendor));
  if (known.length === 0) return null;
  return (
    <div className="text-[0.94rem] text-muted">
      <p>Prices of materials that the catalog knows; none is counted until you type it in:</p>
      <ul className="list-disc pl-5">
        {known.map((one) => (
          <li key={one.id}>
            {one.name}: {usd(one.priceUsd)}.{one.note ? ` ${one.note}` : ''}{' '}
            <SourceNote evidence={evidenceOf(catalog, one)} about={one.name} />
          </li>
        ))}
      </ul>
    </div>
  );
}
