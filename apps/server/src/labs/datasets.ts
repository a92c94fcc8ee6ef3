import { type LabDataset, Problem } from '@cairn/contract';
import { GENERATORS, type Lab, openDatasets, writeRows } from '@cairn/labs';
import { z } from 'zod';

type Use = { readonly dataset: string; readonly part: string | null };

/** Every `{ $dataset: …, part: … }` and every `over: { dataset: …, part: … }` in calls. */
function usesIn(value: unknown): Use[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(usesIn);
  const { $dataset, dataset = $dataset, part } = value as Readonly<Record<string, unknown>>; // any record
  if (typeof dataset !== 'string') return inner;
  return [{ dataset, part: typeof part === 'string' ? part : null }, ...inner];
}

/**
 * The parts of a dataset that the reference solution uses, and so may the learner. Rows that only checks use stay
 * secret: a model is measured on them.
 */
export function datasetParts(lab: Lab, id: string): { readonly name: string | null; readonly rows: number }[] {
  const use = lab.datasets.find((dataset) => dataset.id === id);
  const used = usesIn([lab.start, lab.steps.map(({ solution }) => solution)]).filter(({ dataset }) => dataset === id);
  const names = [...new Set(used.map(({ part }) => part))];
  return names.map((name) => ({ name, rows: (name === null ? use?.rows : use?.parts?.[name]) ?? 0 }));
}

/** A call that puts rows of a dataset into a bucket. */
const Putting = z.object({
  call: z.literal('s3.PutObject'),
  input: z.object({
    Bucket: z.string(),
    Key: z.string(),
    Body: z.object({
      $dataset: z.string(),
      part: z.string().optional(),
      columns: z.array(z.string()).optional(),
      header: z.boolean().default(true),
      format: z.enum(['csv', 'jsonl']).default('csv'),
    }),
  }),
});

/** Where a dataset lies in the account when the lab begins. */
export function datasetObjects(lab: Lab, id: string): LabDataset['objects'] {
  const generator = lab.datasets.find((dataset) => dataset.id === id)?.generator ?? '';
  const all = GENERATORS[generator]?.columns.map(({ name }) => name) ?? [];
  return lab.start.flatMap((call) => {
    const { success, data } = Putting.safeParse(call);
    if (!success || data.input.Body.$dataset !== id) return [];
    const { Bucket, Key, Body } = data.input;
    const { part = null, columns = all, header, format } = Body;
    return [{ uri: `s3://${Bucket}/${Key}`, part, columns, hasHeader: header && format === 'csv' }];
  });
}

type Asked = { readonly dataset: string; readonly part?: string | undefined; readonly format: 'csv' | 'jsonl' };

/** @throws Problem (not-found) for what the lab does not hand out */
export function datasetText(lab: Lab, { dataset, part, format }: Asked): { name: string; text: string } {
  if (!datasetParts(lab, dataset).some(({ name }) => name === (part ?? null))) {
    const what = part === undefined ? `"${dataset}" as a whole` : `the part "${part}" of "${dataset}"`;
    throw new Problem('not-found', `This lab does not hand out ${what}; GET /api/labs/${lab.id} lists what it does.`);
  }
  const text = writeRows(openDatasets(lab.datasets).slice(dataset, part), { format, header: true });
  return { name: `${dataset}${part === undefined ? '' : `-${part}`}.${format}`, text };
}
