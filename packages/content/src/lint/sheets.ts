import type { Fault } from '../fault.ts';
import type { LoadedServices, LoadedSheet } from '../load-sheets.ts';
import type { Blueprint } from './coverage.ts';
import { unknown } from './links.ts';
import { type NamesFile, namesAreCurrent } from './names.ts';

type Targets = {
  readonly services: LoadedServices | undefined;
  readonly names: NamesFile;
  /** Domains of an exam; undefined if there is no such exam, or its weights are not public. */
  readonly domainsOf: (exam: string) => Blueprint['domains'] | undefined;
};

/** Names that a sheet uses exist, tables are rectangles, and no name is of yesterday. */
export function sheetFaults({ sheet, file, lineOf }: LoadedSheet, { services, names, domainsOf }: Targets): Fault[] {
  const needs = new Set(needsOf(services).map(({ id }) => id));
  const domains = domainsOf(sheet.exam);
  if (domains === undefined) {
    return [{ file, line: lineOf(['exam']), message: `There is no exam profile exams/${sheet.exam}.yaml for it.` }];
  }
  const numbers = new Set(domains.map(({ number }) => number));
  return sheet.domains.flatMap(({ number, blocks }, at) => [
    ...(numbers.has(number)
      ? []
      : [{ file, line: lineOf(['domains', at]), message: `${sheet.exam} has no domain ${number}.` }]),
    ...blocks.flatMap((block, index) => {
      const line = lineOf(['domains', at, 'blocks', index]);
      const fault = (message: string): Fault => ({ file, line, message });
      const read = JSON.stringify({ ...block, sources: [] }); // a page is cited by the title that it has
      const current = namesAreCurrent(file, read, names).map((one) => ({ ...one, line }));
      if (block.kind === 'services') {
        return block.needs.filter((id) => !needs.has(id)).map((id) => fault(unknown('need', id, needs)));
      }
      if (block.kind !== 'table') return current;
      const width = block.head.length;
      const uneven = block.rows.filter((row) => row.length !== width);
      return [...current, ...uneven.map((row) => fault(`"${row[0]}" has ${row.length} cells under ${width} heads.`))];
    }),
  ]);
}

/** Ids once; present names. The status of a closed service comes from names.yaml, so only former names are faults. */
export function servicesFaults(loaded: LoadedServices | undefined, names: NamesFile): Fault[] {
  if (loaded === undefined) return [];
  const { file, lineOf } = loaded;
  const seen = new Set<string>();
  return loaded.services.groups.flatMap(({ needs }, group) =>
    needs.flatMap((need, at): Fault[] => {
      const line = lineOf(['groups', group, 'needs', at]);
      const again = seen.has(need.id);
      seen.add(need.id);
      return [
        ...(again ? [{ file, line, message: `The need "${need.id}" is there twice.` }] : []),
        ...namesAreCurrent(file, JSON.stringify({ ...need, sources: [] }), { ...names, closed: [] }).map((one) => ({
          ...one,
          line,
        })),
      ];
    }),
  );
}

const needsOf = (loaded: LoadedServices | undefined) => loaded?.services.groups.flatMap(({ needs }) => needs) ?? [];
