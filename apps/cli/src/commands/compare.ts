import { type Comparison, compare as compareOn } from '@cairn/catalog';
import { Command } from 'commander';
import { openCatalog } from '../content.ts';
import { UsageError } from '../failure.ts';
import { print } from '../output.ts';

type Options = { readonly json?: true };

function describeComparison({ rows }: Comparison): string {
  return rows
    .map(({ label, differs, cells, sources }) =>
      [
        `${differs ? '≠' : '='} ${label}`,
        ...cells.map(
          ({ id, text, conflict }) => `    ${id}: ${text}${conflict ? ` (sources differ: ${conflict.versions})` : ''}`,
        ),
        `    sources: ${sources.join(', ')}`,
      ].join('\n'),
    )
    .join('\n');
}

export const compare = new Command('compare')
  .description('Set two to four roles or certifications side by side, aspect by aspect.')
  .argument('<ids...>', 'codes such as AIF-C01, or roles such as ml-engineer')
  .option('--json', 'print rows, cells and sources as JSON')
  .action(async (ids: string[], { json }: Options) => {
    const catalog = await openCatalog();
    const result = compareOn(catalog, ids);
    if (result.outcome === 'refused') throw new UsageError(result.sentence);
    print(json ? JSON.stringify(result.comparison) : describeComparison(result.comparison));
  });
