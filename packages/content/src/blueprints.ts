import { type Catalog, domainWeights, findCertification } from '@cairn/catalog';
import type { Domain, ExamProfile } from '@cairn/exam';

/** The blueprint that the forms of an exam are built to; undefined if it is unknown or its weights are not public. */
export function blueprintOf(
  catalog: Catalog,
  { certification: own, blueprint = own }: Pick<ExamProfile, 'certification' | 'blueprint'>,
): Domain[] | undefined {
  const found = findCertification(catalog, blueprint);
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
