import { z } from 'zod';

const Value = z.union([z.string(), z.number()]);
const Methods = z.union([z.literal('all'), z.array(z.string())]).default('all');

/**
 * The part of Clarify's analysis_config.json that is understood here; other members are let through.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/clarify-processing-job-configure-analysis.html
 */
export const AnalysisConfig = z.looseObject({
  dataset_type: z.enum(['text/csv']).default('text/csv'),
  headers: z.array(z.string()).optional().describe('Names of the columns; left out, the first row has them'),
  label: Value.optional().describe('Name or number of the column'),
  label_values_or_threshold: z.array(Value).optional(),
  facet: z.array(z.looseObject({ name_or_index: Value, value_or_threshold: z.array(Value).optional() })).default([]),
  group_variable: Value.optional(),
  excluded_columns: z.array(Value).default([]).describe('Columns that the model is not given'),
  predictor: z
    .looseObject({ model_name: z.string(), probability_threshold: z.number().min(0).max(1).default(0.5) })
    .optional(),
  methods: z.looseObject({
    pre_training_bias: z.looseObject({ methods: Methods }).optional(),
    post_training_bias: z.looseObject({ methods: Methods }).optional(),
    shap: z
      .looseObject({
        baseline: z.array(z.array(z.number())).optional().describe('Rows of features; left out, the column means'),
        num_samples: z.int().min(1).max(100_000).default(100),
        agg_method: z.enum(['mean_abs', 'median', 'mean_sq']).default('mean_abs'),
        seed: z.int().default(0),
        save_local_shap_values: z.boolean().default(true),
      })
      .optional(),
    report: z
      .looseObject({ name: z.string().default('report'), title: z.string().default('Analysis report') })
      .optional(),
  }),
});

export type AnalysisConfig = z.infer<typeof AnalysisConfig>;
