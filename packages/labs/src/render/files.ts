import type { Datasets } from '../datasets/datasets.ts';
import { writeRows } from '../datasets/table.ts';
import { bytesOf } from '../value/evaluate.ts';
import type { Body } from '../value/expression.ts';

/** A file that the shown code reads from its folder. */
export type RenderedFile = { readonly path: string; readonly bytes: Uint8Array };

/** Collects files under names of their own: the same bytes share a file. */
export class RenderedFiles {
  readonly #files = new Map<string, Uint8Array>();
  readonly #datasets: Datasets;

  constructor(datasets: Datasets) {
    this.#datasets = datasets;
  }

  get datasets(): Datasets {
    return this.#datasets;
  }

  list(): RenderedFile[] {
    return [...this.#files].map(([path, bytes]) => ({ path, bytes }));
  }

  /** Name of the file that holds a body, or undefined when the body is better written into the code. */
  find(body: Body, hint: string): string | undefined {
    if (body.kind === 'text' && !isFileText(body.parts)) return undefined;
    const bytes = bytesOf(body, { variables: {}, datasets: this.#datasets });
    return this.add(nameOf(body, hint), bytes);
  }

  /** Rows as a JSON object a line, for loops over a dataset. */
  rows(dataset: string, part: string | undefined, limit: number | undefined): string {
    const slice = this.#datasets.slice(dataset, part);
    const text = writeRows({ ...slice, rows: slice.rows.slice(0, limit) }, { format: 'jsonl', header: false });
    return this.add(`${dataset}${part === undefined ? '' : `-${part}`}.jsonl`, new TextEncoder().encode(text));
  }

  add(name: string, bytes: Uint8Array): string {
    const [, stem = name, ending = ''] = /^(.*?)(\.[^.]*)?$/.exec(name) ?? [];
    for (let count = 1; ; count += 1) {
      const path = count === 1 ? name : `${stem}-${count}${ending}`;
      const there = this.#files.get(path);
      if (there && !isSame(there, bytes)) continue;
      this.#files.set(path, bytes);
      return path;
    }
  }
}

/** Text of several lines and without variables reads better in a file of its own. */
function isFileText(parts: readonly unknown[]): boolean {
  const [only] = parts;
  return parts.length === 1 && typeof only === 'string' && only.includes('\n');
}

function nameOf(body: Body, hint: string): string {
  if (body.kind === 'dataset') return `${body.dataset}${body.part === undefined ? '' : `-${body.part}`}.${body.format}`;
  if (body.kind === 'zip') return `${hint}.zip`;
  return body.kind === 'text' ? `${hint}.txt` : `${hint}.bin`;
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** A word for files made from an input: its key, its name, else the operation. */
export function fileHint(input: Readonly<Record<string, unknown>>, operation: string): string {
  for (const name of ['Key', 'FunctionName', 'Name']) {
    const value = input[name];
    if (typeof value === 'string' && !value.includes('${'))
      return (value.split('/').at(-1) ?? value).replace(/\.[^.]*$/, '') || operation;
  }
  return operation.toLowerCase();
}
