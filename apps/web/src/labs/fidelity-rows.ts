import type { Fidelity } from '@cairn/contract';

export type FidelityRow = Fidelity['rows'][number];
export type FidelityKind = FidelityRow['fidelity'];

export const FIDELITIES: Record<FidelityKind, string> = {
  real: 'Real',
  simplified: 'Simplified',
  'shape-only': 'Shape only',
};

/** Rows whose service, operation or difference holds every word, and that are of the kind asked for. */
export function findRows(
  rows: readonly FidelityRow[],
  { words, kind }: { words: string; kind: FidelityKind | 'all' },
): readonly FidelityRow[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    if (kind !== 'all' && row.fidelity !== kind) return false;
    const text = `${row.service} ${row.operation} ${row.differs}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}
