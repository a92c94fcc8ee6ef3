import type { Catalog } from '@cairn/catalog';
import type { Evidence } from '@cairn/ui';

type Provenance = { readonly grade?: string; readonly sources: readonly string[]; readonly checkedOn?: string };

/** A fact's source keys as titles and addresses, ready to be shown. */
export function evidenceOf(catalog: Catalog, { grade, sources, checkedOn }: Provenance): readonly Evidence[] {
  if (sources.length === 0) {
    return [{ source: WITHOUT_SOURCE[grade ?? 'none'] ?? 'No source', date: checkedOn, grade }];
  }
  return sources.map((key) => {
    const source = catalog.sources.find((one) => one.key === key);
    return { source: source ? source.title : key, url: source?.url, date: checkedOn, grade };
  });
}

const WITHOUT_SOURCE: Record<string, string> = {
  own: 'Our own estimate',
  M: 'From memory: check it with the vendor',
  none: 'Not found in any source read',
};
