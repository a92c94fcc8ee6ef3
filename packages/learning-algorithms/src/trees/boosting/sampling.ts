import { type Rng, seededRng } from '@cairn/kernel';
import { LANES } from '../plan.ts';
import { ownRows, type Workbench } from '../workbench.ts';

/** A random share of the marked features, at least one. */
function sampleOf(marked: Uint8Array, portion: number, rng: Rng): Uint8Array {
  if (portion >= 1) return marked;
  const all = [...marked.keys()].filter((feature) => marked[feature] === 1);
  const chosen = rng.shuffle(all).slice(0, Math.max(1, Math.floor(portion * all.length)));
  const sample = new Uint8Array(marked.length);
  for (const feature of chosen) sample[feature] = 1;
  return sample;
}

/** The features that one tree may use, and at each of its depths; the same in every thread. */
export function sampleFeatures({ plan, parameters }: Workbench, tree: number) {
  const rng = seededRng(`${parameters.seed}/features/${tree}`);
  const all = new Uint8Array(plan.groups * LANES).fill(1, 0, plan.features);
  const ofTree = sampleOf(all, parameters.colsample_bytree, rng);
  const levels: Uint8Array[] = [];
  const at = (depth: number): Uint8Array => {
    while (levels.length <= depth) levels.push(sampleOf(ofTree, parameters.colsample_bylevel, rng));
    return levels[depth] as Uint8Array; // filled just before
  };
  return { ofTree, at };
}

/** Writes the row numbers that one tree sees, ascending; answers how many there are. Every thread does the same. */
export function sampleRows(bench: Workbench, tree: number): number {
  const { plan, parameters, views } = bench;
  const { rows } = plan.train;
  const first = ownRows(bench).rows / 4;
  if (parameters.subsample >= 1) {
    for (let i = 0; i < rows; i += 1) views.u32[first + i] = i;
    return rows;
  }
  const rng = seededRng(`${parameters.seed}/rows/${tree}`);
  let count = 0;
  for (let i = 0; i < rows; i += 1) {
    const isIn = rng.next() < parameters.subsample;
    views.u8[plan.sampled + i] = isIn ? 1 : 0;
    if (!isIn) continue;
    views.u32[first + count] = i;
    count += 1;
  }
  return count;
}
