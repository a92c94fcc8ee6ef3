import { seededRng } from '@cairn/kernel';
import {
  applyRecipe,
  groupSplit,
  numbersOf,
  type RecipeStep,
  type Split,
  stratifiedSplit,
  type TextTable,
  textRows,
  textTable,
  timeSplit,
  trainTestSplit,
} from '@cairn/learning-algorithms';
import { z } from 'zod';
import { readTextCsv, writeTextCsv } from '../data/text-csv.ts';
import { UserFault } from '../data/user-fault.ts';
import { type Container, parseJson } from './container.ts';

const SplitSchema = z.strictObject({
  method: z.enum(['random', 'stratified', 'group', 'time']).default('random'),
  column: z.string().optional().describe('Of a stratified, group or time split'),
  validation: z.number().gt(0).lt(1).optional().describe('Share of the rows'),
  test: z.number().gt(0).lt(1).optional().describe('Share of the rows'),
  seed: z.int().min(0).default(0),
});

const RecipeSchema = z.strictObject({
  header: z.array(z.string()).optional().describe('Names of the columns; left out, the first row has them'),
  steps: z.array(
    z.strictObject({
      Action: z.strictObject({ Operation: z.string(), Parameters: z.record(z.string(), z.string()).optional() }),
      ConditionExpressions: z
        .array(z.strictObject({ Condition: z.string(), TargetColumn: z.string(), Value: z.string().optional() }))
        .optional(),
    }),
  ),
  label: z.string().optional().describe('Column that is moved to the front, as training wants it'),
  output_header: z.boolean().default(false),
  split: SplitSchema.optional(),
});

type Recipe = z.infer<typeof RecipeSchema>;
type Parts = Readonly<Record<string, TextTable>>;

const INPUT = '/opt/ml/processing/input';
const OUTPUT = '/opt/ml/processing/output';

function columnOf(table: TextTable, name: string | undefined, purpose: string): readonly string[] {
  const column = name === undefined ? undefined : table.columns[table.names.indexOf(name)];
  if (column) return column;
  throw new UserFault(`${purpose} needs a column: ${name ?? 'none'} is not among ${table.names.join(', ')}.`);
}

function takeTextRows(table: TextTable, indexes: readonly number[]): TextTable {
  const rows = textRows(table);
  return textTable(
    table.names,
    indexes.map((index) => rows[index] ?? []),
  );
}

function splitOnce(table: TextTable, share: number, { method, column, seed }: z.infer<typeof SplitSchema>): Split {
  const rng = seededRng(`split:${seed}`);
  const purpose = `A ${method} split`;
  switch (method) {
    case 'random':
      return trainTestSplit(table.rows, share, rng);
    case 'stratified':
      return stratifiedSplit(columnOf(table, column, purpose), share, rng);
    case 'group':
      return groupSplit(columnOf(table, column, purpose), share, rng);
    case 'time':
      return timeSplit(timesOf(columnOf(table, column, purpose)), share);
  }
}

/** Numbers as they are, dates as milliseconds. */
function timesOf(column: readonly string[]): number[] {
  const numbers = numbersOf(column);
  return column.map((text, i) => {
    const time = Number.isNaN(numbers[i]) ? Date.parse(text) : Number(numbers[i]);
    if (Number.isNaN(time)) throw new UserFault(`A time split cannot read "${text}" as a number or a date.`);
    return time;
  });
}

function splitParts(table: TextTable, split: z.infer<typeof SplitSchema>): Parts {
  const { validation = 0, test = 0 } = split;
  if (validation + test >= 1) throw new UserFault('The shares of validation and test leave nothing to train on.');
  const parts: Record<string, TextTable> = {};
  let rest = table;
  for (const [name, share] of [
    ['test', test],
    ['validation', validation / (1 - test)],
  ] as const) {
    if (share === 0) continue;
    const { train, test: taken } = splitOnce(rest, share, split);
    parts[name] = takeTextRows(rest, taken);
    rest = takeTextRows(rest, train);
  }
  return { train: rest, ...parts };
}

function withLabelFirst(table: TextTable, label: string | undefined): TextTable {
  if (label === undefined) return table;
  const column = columnOf(table, label, 'label');
  const others = table.names.flatMap((name, j) => (name === label ? [] : [{ name, values: table.columns[j] ?? [] }]));
  return {
    rows: table.rows,
    names: [label, ...others.map(({ name }) => name)],
    columns: [column, ...others.map(({ values }) => values)],
  };
}

/** Members that were left out are absent, not undefined. */
function asStep({ Action, ConditionExpressions }: Recipe['steps'][number]): RecipeStep {
  const { Operation, Parameters } = Action;
  const conditions = ConditionExpressions?.map(({ Value, ...condition }) =>
    Value === undefined ? condition : { ...condition, Value },
  );
  return {
    Action: Parameters ? { Operation, Parameters } : { Operation },
    ...(conditions ? { ConditionExpressions: conditions } : {}),
  };
}

function prepared(table: TextTable, { steps, label, split }: Recipe): Parts {
  const applied = applyRecipe(table, steps.map(asStep));
  if (applied.outcome === 'fault') throw new UserFault(applied.message);
  const ordered = withLabelFirst(applied.table, label);
  return split ? splitParts(ordered, split) : { data: ordered };
}

/**
 * A recipe in place of a script: every CSV under `/opt/ml/processing/input` but below `recipe` or `code` is read, the
 * steps of `recipe.json` are applied, and `/opt/ml/processing/output/<part>/<part>.csv` is written.
 */
export const runRecipe: Container = async ({ files, log }) => {
  const recipePath = [...files.keys()].find((path) => path.endsWith('/recipe.json'));
  const scripts = [...files.keys()].filter((path) => path.endsWith('.py'));
  if (recipePath === undefined) {
    const found = scripts.length > 0 ? `scripts (${scripts.join(', ')}) are not run in this sandbox; ` : '';
    throw new UserFault(`${found}give a recipe.json with the preparation steps as an input of the job.`);
  }
  const text = (path: string) => new TextDecoder().decode(files.get(path));
  const recipe = parseJson(text(recipePath), RecipeSchema, 'recipe.json');
  const inputs = [...files.keys()].filter((path) => path.startsWith(INPUT) && path.endsWith('.csv'));
  if (inputs.length === 0) throw new UserFault(`There is no CSV file under ${INPUT}.`);
  const tables = inputs.map((path) => readTextCsv(text(path), path, recipe.header));
  const [first] = tables;
  if (!first) throw new UserFault(`There is no CSV file under ${INPUT}.`);
  const odd = tables.findIndex(({ names }) => names.join() !== first.names.join());
  if (odd >= 0) throw new UserFault(`${inputs[odd]} has other columns than ${inputs[0]}.`);
  const parts = prepared(textTable(first.names, tables.flatMap(textRows)), recipe);
  log(
    `Rows: ${Object.entries(parts)
      .map(([name, { rows }]) => `${name} ${rows}`)
      .join(', ')}`,
  );
  return new Map(
    Object.entries(parts).map(([name, table]) => [
      `${OUTPUT}/${name}/${name}.csv`,
      writeTextCsv(table, recipe.output_header),
    ]),
  );
};
