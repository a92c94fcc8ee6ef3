import {
  type Constraints,
  checkBatch,
  describeTable,
  type Statistics,
  suggestConstraints,
  type TextTable,
  textRows,
  textTable,
} from '@cairn/learning-algorithms';
import { z } from 'zod';
import { readTextCsv } from '../data/text-csv.ts';
import { UserFault } from '../data/user-fault.ts';
import { type Container, type ContainerRun, filesUnder, parseJson, textOf } from './container.ts';

const FormatSchema = z.looseObject({
  csv: z.looseObject({ header: z.boolean().default(true) }).optional(),
  json: z.looseObject({ lines: z.boolean().default(true) }).optional(),
});

function jsonTable(texts: readonly string[]): TextTable {
  const rows = texts.flatMap((text) =>
    text
      .split('\n')
      .filter(Boolean)
      .map((line, i) => parseJson(line, z.record(z.string(), z.unknown()), `Line ${i + 1}`)),
  );
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return textTable(
    names,
    rows.map((row) => names.map((name) => (row[name] == null ? '' : String(row[name])))),
  );
}

const namesFor = (text: string): string[] => (text.split('\n', 1)[0] ?? '').split(',').map((_, j) => `_c${j}`);

function csvTable(texts: readonly string[], hasHeader: boolean): TextTable {
  const tables = texts.map((text, i) =>
    readTextCsv(text, `Baseline file ${i + 1}`, hasHeader ? undefined : namesFor(text)),
  );
  return textTable(tables[0]?.names ?? [], tables.flatMap(textRows));
}

function datasetOf({ files, environment }: ContainerRun): TextTable {
  const source = environment.dataset_source ?? '/opt/ml/processing/input/baseline_dataset_input';
  const texts = filesUnder(files, source);
  if (texts.length === 0) throw new UserFault(`There is no dataset in ${source}, where dataset_source points.`);
  const format = parseJson(environment.dataset_format ?? '{"csv":{"header":true}}', FormatSchema, 'dataset_format');
  return format.json ? jsonTable(texts) : csvTable(texts, format.csv?.header ?? true);
}

/** A baseline's file, which this analyzer or its user wrote. */
function baselineOf<Content>({ files, environment }: ContainerRun, variable: string): Content | undefined {
  const path = environment[variable];
  if (path === undefined) return undefined;
  const bytes = files.get(path) ?? [...files].find(([name]) => name.startsWith(`${path}/`))?.[1];
  if (!bytes) throw new UserFault(`There is no file ${path}, where ${variable} points.`);
  return parseJson(textOf(bytes), z.looseObject({ features: z.array(z.unknown()) }), path) as Content; // the analyzer's own shape
}

const pretty = (value: unknown): string => JSON.stringify(value, null, 2);

/**
 * SageMaker Model Monitor's analyzer: statistics and constraints of a dataset, and where a baseline is given the
 * violations against it.
 */
export const runMonitorAnalyzer: Container = async (run) => {
  const output = run.environment.output_path ?? '/opt/ml/processing/output';
  const table = datasetOf(run);
  const statistics = describeTable(table);
  const files = new Map([
    [`${output}/statistics.json`, pretty(statistics)],
    [`${output}/constraints.json`, pretty(suggestConstraints(statistics))],
  ]);
  run.log(`Analysed ${table.rows} rows of ${table.names.length} columns.`);
  const constraints = baselineOf<Constraints>(run, 'baseline_constraints');
  const baseline = baselineOf<Statistics>(run, 'baseline_statistics');
  if (constraints && baseline) {
    const found = checkBatch(table, baseline, constraints);
    files.set(`${output}/constraint_violations.json`, pretty(found));
    run.log(`Found ${found.violations.length} violations.`);
  }
  return files;
};
