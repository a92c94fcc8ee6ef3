import { tableOf } from '@cairn/learning-algorithms';
import { parseContentType } from './content-type.ts';
import { readNumberCsv } from './csv.ts';
import { readJsonLines } from './json-lines.ts';
import { readLibsvm } from './libsvm.ts';
import { type LabelledTable, type NumberRows, splitLabels } from './rows.ts';
import { UserFault } from './user-fault.ts';

/** One channel of a training job, with all files under its prefix. */
export interface ChannelData {
  /** Left out: what the algorithm takes by default. */
  readonly contentType?: string | undefined;
  readonly files: readonly { readonly key: string; readonly bytes: Uint8Array }[];
}

export interface ReadOptions {
  readonly defaultType: 'text/csv' | 'text/libsvm';
  /** Labels in front of the features when the content type does not say: 1, or 0 for algorithms that need none. */
  readonly labelSize: 0 | 1;
}

export const TRAINING_TYPES = ['text/csv', 'text/libsvm', 'text/x-libsvm', 'application/jsonlines'] as const;

interface Reading {
  readonly type: string;
  readonly labelSize: number;
  readonly source: string;
}

function readText(text: string, { type, labelSize, source }: Reading): NumberRows {
  switch (type) {
    case 'text/csv':
    case 'csv':
      return readNumberCsv(text, source);
    case 'text/libsvm':
    case 'text/x-libsvm':
    case 'libsvm':
      return readLibsvm(text, source);
    case 'application/jsonlines':
      return readJsonLines(text, source, labelSize);
    default:
      throw new UserFault(
        `${source}: content type ${type} cannot be read here; use one of ${TRAINING_TYPES.join(', ')}.`,
      );
  }
}

/** Fills rows of LIBSVM up to one width: a file, or a channel, need not name the last features. */
export function widened({ table, labels }: LabelledTable, width: number): LabelledTable {
  const lacking = Array.from({ length: Math.max(0, width - table.columns.length) }, () =>
    new Float64Array(table.rows).fill(Number.NaN),
  );
  return lacking.length === 0 ? { table, labels } : { table: tableOf([...table.columns, ...lacking]), labels };
}

function joined(parts: readonly NumberRows[], isSparse: boolean, source: string): NumberRows {
  const width = Math.max(...parts.map((part) => part.width));
  const odd = parts.find((part) => part.width !== width);
  if (odd && !isSparse) {
    throw new UserFault(`${source}: one file has ${odd.width} columns, another has ${width}; all must have the same.`);
  }
  const cells: number[] = [];
  for (const part of parts) {
    const lacking = new Array<number>(width - part.width).fill(Number.NaN);
    for (let at = 0; at < part.cells.length; at += part.width) {
      for (let j = 0; j < part.width; j += 1) cells.push(part.cells[at + j] ?? Number.NaN);
      cells.push(...lacking);
    }
  }
  return { width, cells };
}

function labelSizeOf(parameters: Readonly<Record<string, string>>, fallback: number, source: string): number {
  const given = parameters.label_size;
  if (given === undefined) return fallback;
  if (given === '0' || given === '1') return Number(given);
  throw new UserFault(`${source}: label_size is ${given}, but must be 0 or 1.`);
}

/** Reads all files of a channel as one table. */
export function readDataset(name: string, data: ChannelData, options: ReadOptions): LabelledTable {
  const source = `Channel ${name}`;
  const { type, parameters } = parseContentType(data.contentType ?? options.defaultType);
  const isSparse = type.includes('libsvm');
  const labelSize = isSparse ? 1 : labelSizeOf(parameters, options.labelSize, source);
  const filled = data.files.filter(({ bytes }) => bytes.length > 0);
  const parts = filled.map(({ key, bytes }) =>
    readText(new TextDecoder().decode(bytes), { type, labelSize, source: `${source}, file ${key}` }),
  );
  const rows = parts.length === 0 ? { width: 0, cells: [] } : joined(parts, isSparse, source);
  if (rows.cells.length === 0) throw new UserFault(`${source}: there are no rows in it.`);
  if (rows.width <= labelSize) throw new UserFault(`${source}: rows hold a label but no features.`);
  const split = splitLabels(rows, labelSize);
  return options.labelSize === 0 && isSparse ? { ...split, labels: [] } : split;
}
