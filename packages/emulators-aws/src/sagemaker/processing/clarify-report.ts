import type { BiasMetric } from '@cairn/learning-algorithms';

export interface BiasSection {
  readonly label: string;
  readonly facets: Readonly<Record<string, readonly FacetMetrics[]>>;
  readonly label_value_or_threshold: string;
}

export interface FacetMetrics {
  readonly value_or_threshold: string;
  readonly metrics: readonly BiasMetric[];
}

/** The content of analysis.json. */
export interface Analysis {
  readonly version: '1.0';
  readonly pre_training_bias_metrics?: BiasSection;
  readonly post_training_bias_metrics?: BiasSection;
  readonly explanations?: {
    readonly kernel_shap: {
      readonly label0: {
        readonly global_shap_values: Readonly<Record<string, number>>;
        readonly expected_value: number;
      };
    };
  };
}

const shown = (value: number): string => (Number.isFinite(value) ? value.toFixed(4) : String(value));

function biasLines(title: string, section: BiasSection | undefined): string[] {
  if (!section) return [];
  const tables = Object.entries(section.facets).flatMap(([facet, all]) =>
    all.flatMap(({ value_or_threshold, metrics }) => [
      '',
      `Facet ${facet} = ${value_or_threshold}`,
      '',
      '| Metric | Value |',
      '| --- | ---: |',
      ...metrics.map(({ description, value }) => `| ${description} | ${shown(value)} |`),
    ]),
  );
  return ['', `## ${title}`, '', `Label ${section.label}, positive: ${section.label_value_or_threshold}`, ...tables];
}

function shapLines({ explanations }: Analysis): string[] {
  if (!explanations) return [];
  const { global_shap_values, expected_value } = explanations.kernel_shap.label0;
  const ranked = Object.entries(global_shap_values).sort(([, a], [, b]) => Math.abs(b) - Math.abs(a));
  return [
    '',
    '## Feature attributions',
    '',
    `Prediction for the baseline: ${shown(expected_value)}`,
    '',
    '| Feature | Global SHAP value |',
    '| --- | ---: |',
    ...ranked.map(([name, value]) => `| ${name} | ${shown(value)} |`),
  ];
}

/** What Clarify writes as report.pdf, in Markdown. */
export function writeReport(title: string, analysis: Analysis): string {
  const lines = [
    `# ${title}`,
    ...biasLines('Bias before training', analysis.pre_training_bias_metrics),
    ...biasLines('Bias after training', analysis.post_training_bias_metrics),
    ...shapLines(analysis),
  ];
  return `${lines.join('\n')}\n`;
}
