import type { LabSummary } from '@cairn/contract';

/** What the list is narrowed to; it is in the address, so that a link shows the same list. */
export type LabsSearch = { readonly skill?: string; readonly service?: string };

export type Named = { readonly id: string; readonly name: string };

const named = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

export function readLabsSearch({ skill, service }: Record<string, unknown>): LabsSearch {
  const [one, other] = [named(skill), named(service)];
  return { ...(one && { skill: one }), ...(other && { service: other }) };
}

export function filterLabs(labs: readonly LabSummary[], { skill, service }: LabsSearch): readonly LabSummary[] {
  return labs.filter(
    (lab) =>
      (skill === undefined || lab.skills.some(({ id }) => id === skill)) &&
      (service === undefined || lab.services.some(({ id }) => id === service)),
  );
}

/** Each once, by name. */
export function everyNamed(labs: readonly LabSummary[], of: 'skills' | 'services'): readonly Named[] {
  const byId = new Map(labs.flatMap((lab) => lab[of].map((one): [string, Named] => [one.id, one])));
  return [...byId.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
