import { describe, expect, it } from 'vitest';
import { loadSheets } from '../load-sheets.ts';
import type { NamesFile } from './names.ts';
import { servicesFaults, sheetFaults } from './sheets.ts';

const SOURCE = 'sources: [{ url: "https://a.example/", title: Old Name, checkedOn: 2026-11-21 }]';

const names: NamesFile = {
  schema: 'names/1',
  renamed: [{ old: 'Old Name', present: 'New Name', source: 'https://a.example/', checkedOn: '2026-11-21' }],
  closed: [{ name: 'Shut', status: 'Closed to new customers.', source: 'https://a.example/', checkedOn: '2026-11-21' }],
};

const need = (id: string, service: string) =>
  `      - { id: ${id}, need: Something, aws: [{ name: ${service} }], azure: [], ${SOURCE} }\n`;

const servicesFile = (...needs: string[]) => ({
  file: 'sheets/services.yaml',
  text: `schema: services/1\nreviewBy: 2027-02-21\ngroups:\n  - id: one\n    title: One\n    needs:\n${needs.join('')}`,
});

const sheetFile = (block: string, { exam = 'aif-c01', number = 1 } = {}) => ({
  file: 'sheets/aif-c01.yaml',
  text: `schema: sheet/1\nexam: ${exam}\nreviewBy: 2027-02-21\ndomains:\n  - number: ${number}\n    blocks:\n      - ${block}\n`,
});

const table = (rows: string) => `{ kind: table, title: A table, head: [Wish, Way], rows: ${rows}, ${SOURCE} }`;

function faultsOf(sheet: ReturnType<typeof sheetFile>): string[] {
  const loaded = loadSheets([servicesFile(need('speech', 'Polly')), sheet]);
  const { services } = loaded;
  const domainsOf = (exam: string) => (exam === 'aif-c01' ? [{ number: 1, name: 'First', weight: 1 }] : undefined);
  const found = [...loaded.sheets.values()].flatMap((one) => sheetFaults(one, { services, names, domainsOf }));
  return [...loaded.faults, ...found].map(({ line, message }) => `${line}: ${message}`);
}

describe('a sheet', () => {
  it('has no fault when all it names exists; a page may be cited by a former name', () => {
    expect(faultsOf(sheetFile('{ kind: services, title: Services, needs: [speech] }'))).toEqual([]);
    expect(faultsOf(sheetFile(table('[[a, b]]')))).toEqual([]);
  });

  it.each([
    [
      'an unknown need',
      sheetFile('{ kind: services, title: Services, needs: [speach] }'),
      /^7: .*did you mean "speech"/,
    ],
    ['an uneven row', sheetFile(table('[[a, b], [a, b, c]]')), /^7: "a" has 3 cells under 2 heads/],
    ['a former name', sheetFile(table('[[a, Old Name]]')), /^7: "Old Name" is called "New Name" today/],
    ['a closed service without its status', sheetFile(table('[[a, Shut]]')), /^7: "Shut": Closed to new customers/],
    ['a domain that there is not', sheetFile(table('[[a, b]]'), { number: 4 }), /^5: aif-c01 has no domain 4/],
    [
      'another exam than its name says',
      sheetFile(table('[[a, b]]'), { exam: 'ai-103' }),
      /^2: .*the path says "aif-c01"/,
    ],
    ['a block of an unknown kind', sheetFile('{ kind: poem, title: A poem }'), /^7: /],
  ])('is refused with %s, at its line', (_, sheet, message) => {
    expect(faultsOf(sheet)).toEqual([expect.stringMatching(message)]);
  });
});

describe('the tables of services', () => {
  it('name each need once, and services by their present names; closed ones may stand, for they are marked', () => {
    const { services } = loadSheets([servicesFile(need('a', 'Shut'), need('a', 'Polly'), need('b', 'Old Name'))]);

    expect(servicesFaults(services, names)).toMatchObject([
      { line: 8, message: 'The need "a" is there twice.' },
      { line: 9, message: '"Old Name" is called "New Name" today.' },
    ]);
  });
});
