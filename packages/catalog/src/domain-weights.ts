import type { Certification } from './schema/certification-file.ts';

export type DomainWeight = { readonly number: number; readonly name: string; readonly weight: number };

/** Weights that sum to 1, for a blueprint; undefined when the vendor's weights are not known. */
export function domainWeights({ domains }: Certification): readonly DomainWeight[] | undefined {
  const weights = domains.map(({ weight }) => weight);
  if (weights.some((weight) => weight === undefined)) return undefined;
  const total = weights.reduce<number>((sum, weight) => sum + (weight ?? 0), 0);
  return domains.map(({ number, name, weight }) => ({ number, name, weight: (weight ?? 0) / total }));
}
