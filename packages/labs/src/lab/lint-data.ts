import { readOptions } from '../datasets/generator.ts';
import { GENERATORS } from '../datasets/registry.ts';
import type { Body } from '../value/expression.ts';
import type { Say } from './lab-fault.ts';
import type { DatasetUse, Lab } from './schema.ts';

export function lintData({ datasets }: Lab, say: Say): void {
  datasets.forEach((use, index) => {
    const path = ['datasets', index];
    const generator = GENERATORS[use.generator];
    if (!generator)
      say(
        [...path, 'generator'],
        `There is no generator ${use.generator}; there are ${Object.keys(GENERATORS).join(', ')}.`,
      );
    else lintOptions(use, [...path, 'options'], say);
    const inParts = Object.values(use.parts ?? {}).reduce((sum, size) => sum + size, 0);
    if (inParts > use.rows)
      say([...path, 'parts'], `The parts have ${inParts} rows, the dataset ${use.rows}; raise rows.`);
  });
}

function lintOptions(use: DatasetUse, path: readonly PropertyKey[], say: Say): void {
  try {
    readOptions(GENERATORS[use.generator]?.options ?? [], use.options);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    say(path, `${error.message}.`);
  }
}

type Place = { readonly path: readonly PropertyKey[]; readonly say: Say };

type Use = {
  readonly kind: 'use';
  readonly dataset: string;
  readonly part?: string | undefined;
  readonly columns?: readonly string[] | undefined;
};

/** Whether a dataset, part and columns that a lab speaks of are there. */
export function lintBodies(lab: Lab, body: Body | Use, { path, say }: Place): void {
  if (body.kind !== 'dataset' && body.kind !== 'use') return;
  const use = lab.datasets.find(({ id }) => id === body.dataset);
  if (use) lintUse(use, body, { path, say });
  else say(path, `There is no dataset ${body.dataset}; name one of datasets.`);
}

function lintUse(use: DatasetUse, { part, columns = [] }: Omit<Use, 'kind'>, { path, say }: Place): void {
  if (part !== undefined && !Object.hasOwn(use.parts ?? {}, part)) {
    const parts = Object.keys(use.parts ?? {}).join(', ') || 'none';
    say(path, `Dataset ${use.id} has no part ${part}; it has ${parts}.`);
  }
  const known = GENERATORS[use.generator]?.columns.map(({ name }) => name) ?? [];
  for (const name of columns) {
    if (!known.includes(name)) say(path, `${use.generator} has no column ${name}; it has ${known.join(', ')}.`);
  }
}
