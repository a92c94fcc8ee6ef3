import type { ItemAnalysis, ModelName } from './analysis.ts';

export type ModelChoice = 'automatic' | ModelName;

/** What the page asks of the worker. A change of the model keeps the file that was read. */
export type AnalysisOrder =
  | { readonly kind: 'file'; readonly file: File; readonly model: ModelChoice }
  | { readonly kind: 'sample'; readonly model: ModelChoice }
  | { readonly kind: 'model'; readonly model: ModelChoice };

export type AnalysisNews =
  | { readonly kind: 'progress'; readonly step: string; readonly share: number | undefined }
  | { readonly kind: 'done'; readonly analysis: ItemAnalysis }
  | { readonly kind: 'failed'; readonly sentence: string };
