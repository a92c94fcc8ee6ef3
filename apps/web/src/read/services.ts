import type { ServiceTables } from '@cairn/contract';

type Groups = ServiceTables['groups'];

/** Needs in which each word of `search` occurs: in the need, a service of either cloud, or what decides. */
export function matchingGroups(groups: Groups, search: string): Groups {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return groups;
  return groups
    .map((group) => ({
      ...group,
      needs: group.needs.filter(({ need, aws, azure, decides }) => {
        const services = [...aws, ...azure].map(({ name, note }) => `${name} ${note ?? ''}`);
        const text = [need, ...services, decides ?? ''].join(' ').toLowerCase();
        return words.every((word) => text.includes(word));
      }),
    }))
    .filter(({ needs }) => needs.length > 0);
}
