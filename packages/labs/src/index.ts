export {
  type Cloud,
  CloudError,
  type CloudErrorKind,
  type CloudInput,
  type CloudOutput,
  saysAbsent,
} from './cloud/cloud.ts';
export { SERVICES, type ServiceNames } from './cloud/services.ts';
export { type Datasets, generate, openDatasets } from './datasets/datasets.ts';
export type { Generator } from './datasets/generator.ts';
export { GENERATORS } from './datasets/registry.ts';
export { type DatasetColumn, type Row, type Slice, writeRows } from './datasets/table.ts';
export { architectureState, type NodeState } from './grade/architecture.ts';
export type { CheckOutcome, CheckResult, StepGrade } from './grade/grade.ts';
export { gradeStep } from './grade/grade-step.ts';
export { metricOf } from './grade/metrics.ts';
export type { LabCall } from './lab/calls-schema.ts';
export type { Check, MetricName } from './lab/checks-schema.ts';
export type { LabFaultAt } from './lab/lab-fault.ts';
export { type ParsedLab, parseLab } from './lab/parse.ts';
export { type DatasetUse, Lab, type Step, type WrongSolution } from './lab/schema.ts';
export { creditOf, type LabEvidence, newEvidence } from './progress/evidence.ts';
export { applyLabEvent, type LabEvent, type LabRun, newRun, type StepProgress } from './progress/lab-run.ts';
export type { RenderedFile } from './render/files.ts';
export {
  LANGUAGES,
  type Language,
  type Rendered,
  type RenderOptions,
  renderCalls,
} from './render/render.ts';
export { builtInVariables, type RunContext } from './run/context.ts';
export { CallFailed, runCalls } from './run/run-calls.ts';
export { LabFault, type Variables } from './value/evaluate.ts';
