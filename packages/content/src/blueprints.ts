import { type Catalog, domainWeights, findCertification } from '@cairn/catalog';
import type { Domain } from '@cairn/exam';

/** The blueprint of a certification as forms are built to; undefined if it is unknown or its weights are not public. */
export function blueprintOf(catalog: Catalog, code: string): Domain[] | undefined {
  const found = findCertification(catalog, code);
  if (found.outcome !== 'found') return undefined;
  const { certification } = found;
  return domainWeights(certification)?.map(({ number, name, weight }) => ({
    number,
    name,
    weight,
    tasks: certification.domains
      .find((domain) => domain.number === number)
      ?.tasks.map(({ id, text }) => ({ id, text })),
  }));
}
