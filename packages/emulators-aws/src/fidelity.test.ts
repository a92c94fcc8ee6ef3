import { fileURLToPath } from 'node:url';
import { type FidelityRow, fidelityTable } from '@cairn/emulator-kit';
import { describe, expect, it } from 'vitest';
import { SERVICES } from './services.ts';

const FILE = fileURLToPath(new URL('../../../docs/fidelity.md', import.meta.url));
const { rows, missing } = fidelityTable(SERVICES);

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function section(service: string): string {
  const mine = rows.filter((row) => row.service === service);
  const lines = mine.map(({ operation, fidelity, differs }) => `| ${operation} | ${fidelity} | ${cell(differs)} |`);
  const rest = missing[service] ?? 0;
  const others = rest === 0 ? '' : ` ${rest} more answer 501 and say so.`;
  return [
    `## ${service}`,
    '',
    `${mine.length} operations.${others}`,
    '',
    '| operation | fidelity | differs |',
    '|---|---|---|',
    ...lines,
  ].join('\n');
}

function page(): string {
  const services = [...new Set(rows.map(({ service }) => service))];
  const count = (fidelity: FidelityRow['fidelity']) => rows.filter((row) => row.fidelity === fidelity).length;
  return `# How far the local AWS can be trusted

Made from the code by \`packages/emulators-aws/src/fidelity.test.ts\`; after a change, run it with \`-u\`.

- **real** (${count('real')}): what the documentation says, within the sandbox's size.
- **simplified** (${count('simplified')}): the main path is real; the last column says what is not.
- **shape-only** (${count('shape-only')}): accepted and remembered, without an effect.

${services.map(section).join('\n\n')}
`;
}

describe('the fidelity table', () => {
  it('says of everything that is not real what differs', () => {
    expect(rows.filter(({ fidelity, differs }) => fidelity !== 'real' && differs.length < 10)).toEqual([]);
  });

  it('in the docs is what the code says', async () => {
    await expect(page()).toMatchFileSnapshot(FILE);
  });

  it('covers what labs need: about 150 operations and more', () => {
    expect(rows.length).toBeGreaterThan(150);
  });
});
