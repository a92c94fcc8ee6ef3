import type { CalibratedItem } from '@cairn/psychometrics';
import { z } from 'zod';
import { readJson } from '../content.ts';
import { UsageError } from '../failure.ts';

const Kind = z.enum(['dichotomous', 'graded', 'partial-credit']);
const Model = z.enum(['rasch', '1pl', '2pl', '3pl', 'pcm', 'grm', 'gpcm']);
const Finite = z.number({ error: 'is not a number' });

/** Spread of ability in the population that was calibrated, in logits. */
const Latent = z.looseObject({ mean: Finite, sd: Finite.positive('is not above 0') });

/** One item: `kind` or `model` says how `thresholds` are meant. Other keys (se, answers, flags) are ignored. */
const ParameterItem = z.looseObject({
  id: z.union([z.string().min(1), z.number()], { error: 'is missing' }).transform(String),
  kind: Kind.optional(),
  model: Model.optional(),
  a: Finite.optional().describe('Discrimination in 1/logit; 1 if left out.'),
  b: Finite.nullish().describe('Difficulty in logits.'),
  c: Finite.min(0, 'is below 0').lt(1, 'is not below 1').nullish().describe('Chance of a guess; 0 if left out.'),
  thresholds: z.array(Finite).min(1, 'is empty').nullish().describe('In logits, one fewer than the categories.'),
});

/** What `cairn irt calibrate --json` prints, or the list of its items alone. */
export const ParametersFile = z.union([
  z.looseObject({
    model: Model.optional().catch(undefined),
    latent: z.array(Latent).optional(),
    items: z.array(ParameterItem),
  }),
  z.array(ParameterItem).transform((items) => ({ model: undefined, latent: undefined, items })),
]);

type ParameterItem = z.infer<typeof ParameterItem>;

export type NamedItem = { readonly id: string; readonly item: CalibratedItem };

export type Parameters = {
  readonly items: readonly NamedItem[];
  /** Of the reference group; standard normal where the file does not say. */
  readonly population: { readonly mean: number; readonly sd: number };
};

const KIND_OF_MODEL = {
  rasch: 'dichotomous',
  '1pl': 'dichotomous',
  '2pl': 'dichotomous',
  '3pl': 'dichotomous',
  pcm: 'partial-credit',
  grm: 'graded',
  gpcm: 'partial-credit',
} as const satisfies Record<z.infer<typeof Model>, CalibratedItem['kind']>;

/** An item as it is meant, undefined for one that calibration found no values for. */
function calibratedOf(raw: ParameterItem, model: z.infer<typeof Model> | undefined, file: string) {
  const named = raw.model ?? model;
  const kind = raw.kind ?? (named ? KIND_OF_MODEL[named] : undefined);
  const a = raw.a ?? 1;
  if (raw.thresholds) {
    if (kind === 'graded' || kind === 'partial-credit') return { kind, a, thresholds: raw.thresholds };
    throw new UsageError(`${file}: item "${raw.id}" has thresholds; say its model, grm or gpcm.`);
  }
  if (raw.b === undefined || raw.b === null) return undefined;
  return { kind: 'dichotomous', a, b: raw.b, c: raw.c ?? 0 } as const;
}

/** The entries of either shape, to find the first that cannot be read. */
const entriesOf = (json: unknown): unknown =>
  Array.isArray(json) || typeof json !== 'object' || json === null || !('items' in json) ? json : json.items;

function describeFault(json: unknown, file: string): string {
  const entries = z.array(z.unknown()).safeParse(entriesOf(json));
  if (!entries.success)
    return `${file} holds no items; give what "cairn irt calibrate --json" printed, or a list of {"id", "a", "b"}.`;
  for (const [i, entry] of entries.data.entries()) {
    const { error } = ParameterItem.safeParse(entry);
    const issue = error?.issues[0];
    if (issue)
      return `${file}: item ${i + 1}${issue.path.length > 0 ? `, ${issue.path.join('.')}` : ''}: ${issue.message}.`;
  }
  return `${file} cannot be read as item parameters.`;
}

/**
 * Reads the parameters that a calibration printed. Items without an estimate are left out.
 *
 * @throws UsageError for a file that is missing or holds something else, and for an id that occurs twice
 */
export async function readParameters(file: string): Promise<Parameters> {
  const json = await readJson(file, 'parameters file');
  const parsed = ParametersFile.safeParse(json);
  if (!parsed.success) throw new UsageError(describeFault(json, file));
  const { model, items, latent } = parsed.data;
  const seen = new Set<string>();
  const named = items.flatMap((raw) => {
    if (seen.has(raw.id)) throw new UsageError(`${file}: item "${raw.id}" occurs twice; keep one of them.`);
    seen.add(raw.id);
    const item = calibratedOf(raw, model, file);
    return item ? [{ id: raw.id, item }] : [];
  });
  if (named.length === 0) throw new UsageError(`${file} holds no item with parameters.`);
  const { mean, sd } = latent?.[0] ?? { mean: 0, sd: 1 };
  return { items: named, population: { mean, sd } };
}
