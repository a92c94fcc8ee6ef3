import { type Table, tableFromRows } from '@cairn/learning-algorithms';
import type { Predictor } from '../algorithms/algorithm.ts';
import { parseContentType } from '../data/content-type.ts';
import { readNumberCsv } from '../data/csv.ts';
import { readJsonLines } from '../data/json-lines.ts';
import { readLibsvm } from '../data/libsvm.ts';
import { type NumberRows, splitLabels } from '../data/rows.ts';
import { UserFault } from '../data/user-fault.ts';

/** Content types that every model here answers. */
export const REQUEST_TYPES = ['text/csv', 'text/libsvm', 'application/json', 'application/jsonlines'] as const;

const SOURCE = 'The request';

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UserFault('The request is no JSON.');
  }
}

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;

/** `{"features": […]}`, SageMaker's `{"data": {"features": {"values": […]}}}`, or a bare list. */
function instanceRow(instance: unknown): readonly unknown[] {
  const features = member(instance, 'features');
  const values = member(member(member(instance, 'data'), 'features'), 'values');
  for (const candidate of [instance, features, values]) if (Array.isArray(candidate)) return candidate;
  throw new UserFault('The request has an instance without a list "features".');
}

/** `{"instances": [{"features": [0.1, 0.2]}]}`, the common JSON format of SageMaker's algorithms. */
function readJson(text: string): NumberRows {
  const instances = member(parsed(text), 'instances');
  if (!Array.isArray(instances)) throw new UserFault('The request has no list "instances".');
  const rows = instances.map(instanceRow);
  const width = rows[0]?.length ?? 0;
  const odd = rows.findIndex((row) => row.length !== width);
  if (odd >= 0) throw new UserFault(`Instance ${odd + 1} has ${rows[odd]?.length} features, the first has ${width}.`);
  const cells = rows.flat().map((value) => {
    if (value === null) return Number.NaN;
    if (typeof value === 'number') return value;
    throw new UserFault(`The request holds ${JSON.stringify(value)} where a number should stand.`);
  });
  return { width, cells };
}

function readRows(contentType: string, text: string, width: number): NumberRows {
  switch (parseContentType(contentType).type) {
    case 'text/csv':
      return readNumberCsv(text, SOURCE);
    case 'application/json':
      return readJson(text);
    case 'application/jsonlines':
      return readJsonLines(text, SOURCE, 0);
    case 'text/libsvm':
    case 'text/x-libsvm': {
      const { table } = splitLabels(readLibsvm(text, SOURCE, width), 1);
      return { width: table.columns.length, cells: rowCells(table) };
    }
    default:
      throw new UserFault(
        `Content-type ${contentType} not supported. Supported content-type is ${REQUEST_TYPES.join(', ')}.`,
      );
  }
}

const rowCells = ({ rows, columns }: Table): number[] =>
  Array.from({ length: rows }, (_, i) => columns.map((column) => column[i] ?? Number.NaN)).flat();

/** The features in a request; throws UserFault when they do not suit the model. */
export function readRequest(predictor: Predictor, contentType: string, body: Uint8Array): Table {
  const { width, cells } = readRows(contentType, new TextDecoder().decode(body), predictor.width);
  if (cells.length === 0) throw new UserFault('The request is empty: send at least one row.');
  if (width !== predictor.width) {
    throw new UserFault(`The request has rows of ${width} features, but the model was trained on ${predictor.width}.`);
  }
  return tableFromRows(cells, width);
}
