import { type TextTable, textRows, textTable } from '@cairn/learning-algorithms';
import { readTextCsv } from '../data/text-csv.ts';
import { UserFault } from '../data/user-fault.ts';
import { biasAfter, biasBefore, type FacetBias } from './clarify-bias.ts';
import { nameOfColumn, numericFeatures } from './clarify-columns.ts';
import { AnalysisConfig } from './clarify-config.ts';
import { type Analysis, type BiasSection, type FacetMetrics, writeReport } from './clarify-report.ts';
import { type Explanation, explain } from './clarify-shap.ts';
import { type Container, type ContainerRun, filesUnder, parseJson, textOf } from './container.ts';

const INPUT = '/opt/ml/processing/input';
const OUTPUT = '/opt/ml/processing/output';

function configOf({ files }: ContainerRun): AnalysisConfig {
  const path = [...files.keys()].find((name) => name.endsWith('/analysis_config.json'));
  if (path === undefined) throw new UserFault('There is no analysis_config.json among the inputs of the job.');
  return parseJson(textOf(files.get(path) ?? new Uint8Array()), AnalysisConfig, 'analysis_config.json');
}

function datasetOf({ files }: ContainerRun, { headers }: AnalysisConfig): TextTable {
  const texts = ['data', 'dataset'].flatMap((name) => filesUnder(files, `${INPUT}/${name}`));
  const found =
    texts.length > 0 ? texts : [...files].flatMap(([path, bytes]) => (path.endsWith('.csv') ? [textOf(bytes)] : []));
  if (found.length === 0) throw new UserFault(`There is no dataset under ${INPUT}/data.`);
  const tables = found.map((text) => readTextCsv(text, 'The dataset', headers));
  return textTable(tables[0]?.names ?? [], tables.flatMap(textRows));
}

function sectionOf(config: AnalysisConfig, label: string, facets: readonly FacetBias[]): BiasSection {
  const listed: Record<string, FacetMetrics[]> = {};
  for (const { facet, value, metrics } of facets) {
    listed[facet] = [...(listed[facet] ?? []), { value_or_threshold: value, metrics }];
  }
  return { label, facets: listed, label_value_or_threshold: (config.label_values_or_threshold ?? [1]).join(',') };
}

/** What an analysis needs and its configuration does not say. */
function requireComplete({ methods, label, predictor }: AnalysisConfig): void {
  if ((methods.post_training_bias || methods.shap) && !predictor) {
    throw new UserFault('post_training_bias and shap need a predictor with model_name.');
  }
  if ((methods.pre_training_bias || methods.post_training_bias) && label === undefined) {
    throw new UserFault('Bias metrics need the label: name its column in analysis_config.json.');
  }
}

async function analyse(run: ContainerRun, config: AnalysisConfig, table: TextTable) {
  requireComplete(config);
  const { pre_training_bias: before, post_training_bias: after, shap } = config.methods;
  const label = config.label === undefined ? '' : nameOfColumn(table, config.label);
  const model = (after || shap) && config.predictor ? await run.model(config.predictor.model_name) : undefined;
  return {
    label,
    before: before && biasBefore(config, table, label),
    after: after && model && biasAfter(config, table, label, model),
    explanation: shap && model && explain(shap, numericFeatures(table, label, config.excluded_columns), model),
  };
}

const shapOf = ({ global_shap_values, expected_value }: Explanation) => ({ global_shap_values, expected_value });

/** SageMaker Clarify: bias of data and predictions, and Shapley values, by analysis_config.json. */
export const runClarify: Container = async (run) => {
  const config = configOf(run);
  const table = datasetOf(run, config);
  const { label, before, after, explanation } = await analyse(run, config, table);
  const analysis: Analysis = {
    version: '1.0',
    ...(before ? { pre_training_bias_metrics: sectionOf(config, label, before) } : {}),
    ...(after ? { post_training_bias_metrics: sectionOf(config, label, after) } : {}),
    ...(explanation ? { explanations: { kernel_shap: { label0: shapOf(explanation) } } } : {}),
  };
  run.log(`Analysed ${table.rows} rows of ${table.names.length} columns.`);
  return new Map([
    [`${OUTPUT}/analysis.json`, JSON.stringify(analysis, null, 2)],
    [`${OUTPUT}/report.md`, writeReport(config.methods.report?.title ?? 'Analysis report', analysis)],
    ...(explanation?.local ? [[`${OUTPUT}/explanations_shap/out.csv`, explanation.local] as const] : []),
  ]);
};
