import type { Table } from '@cairn/learning-algorithms';
import { readDataset } from '../data/dataset.ts';
import type { LabelledTable } from '../data/rows.ts';
import { UserFault } from '../data/user-fault.ts';
import type { TrainingInput } from './algorithm.ts';

/** Checks the names of channels against those an algorithm takes. */
export function requireChannels({ channels }: TrainingInput, known: readonly string[]): void {
  const odd = Object.keys(channels).find((name) => !known.includes(name));
  if (odd !== undefined) throw new UserFault(`Unexpected channel ${odd}: this algorithm takes ${known.join(', ')}.`);
  if (!channels.train) throw new UserFault('Missing required channel: train.');
}

/** CSV without labels, as clustering and anomaly detection take it; a label column, if said so, is dropped. */
export function readUnlabelled({ channels }: TrainingInput, name: string): LabelledTable | undefined {
  const data = channels[name];
  return data && readDataset(name, data, { defaultType: 'text/csv', labelSize: 0 });
}

/** CSV whose first column is the label. */
export function readLabelled({ channels }: TrainingInput, name: string): LabelledTable | undefined {
  const data = channels[name];
  return data && readDataset(name, data, { defaultType: 'text/csv', labelSize: 1 });
}

export function requireWidth(table: Table, feature_dim: number | undefined): void {
  const width = table.columns.length;
  if (feature_dim === undefined || feature_dim === width) return;
  throw new UserFault(`Hyperparameter feature_dim: ${feature_dim} features are announced, but the data has ${width}.`);
}

/** A model file's JSON, checked for what it says it is. */
export function readModel<Model>(text: string, kind: string): Model {
  const model: unknown = parsed(text);
  if (typeof model === 'object' && model !== null && 'kind' in model && model.kind === kind) {
    return model as Model; // written by this algorithm's own train
  }
  throw new UserFault(`The model file is no ${kind} model of this sandbox.`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // said by the caller
  }
}
