import type { Rng } from '@cairn/kernel';
import type { QuestionKind } from '@cairn/question-types';
import { type Candidate, countBy } from './candidate.ts';
import { circulation, type Edge } from './flow.ts';
import type { KindRange } from './kind-range.ts';

/** What simple candidates have to fill, once composites are placed. */
export type Need = {
  /** Questions still wanted, by domain number. */
  readonly byDomain: ReadonlyMap<number, number>;
  readonly kinds: readonly KindRange[];
  /** Questions that composites already give to a task. */
  readonly placedByTask: ReadonlyMap<string, number>;
};

/** How many candidates of one task and kind to take. */
export type Cell = { readonly task: string; readonly kind: QuestionKind; readonly count: number };

type Bounds = { readonly low: number; readonly high: number };
type TaskRule = (task: string, domain: number) => Bounds;
type Taken = { readonly task: string; readonly domain: number; readonly kind: QuestionKind };

/** Simple candidates have one question, hence one task and one domain. */
const takenOf = ({ tasks, domains, kind }: Candidate): Taken => ({
  task: tasks[0] ?? '',
  domain: domains[0] ?? 0,
  kind,
});

const sumOf = (values: Iterable<number>): number => [...values].reduce((sum, value) => sum + value, 0);

/** Draws how many of each kind to take, each draw in proportion to the room a kind has left. */
function drawnKinds(need: Need, available: ReadonlyMap<QuestionKind, number>, rng: Rng): KindRange[] | undefined {
  const most = need.kinds.map(({ kind, max }) => Math.min(max, available.get(kind) ?? 0));
  const drawn = need.kinds.map(({ min }) => min);
  for (let left = sumOf(need.byDomain.values()) - sumOf(drawn); left > 0; left -= 1) {
    const room = most.map((max, i) => Math.max(0, max - (drawn[i] ?? 0)));
    let ticket = rng.below(sumOf(room));
    const winner = room.findIndex((share) => {
      ticket -= share;
      return ticket < 0;
    });
    if (winner < 0) return undefined;
    drawn[winner] = (drawn[winner] ?? 0) + 1;
  }
  return need.kinds.map(({ kind }, i) => ({ kind, min: drawn[i] ?? 0, max: drawn[i] ?? 0 }));
}

/** Task rules from strict to loose: near an even share of the domain; at least one each; whatever there is. */
function taskRules(need: Need, taken: readonly Taken[]): TaskRule[] {
  const placed = (task: string) => need.placedByTask.get(task) ?? 0;
  const inDomain = (domain: number) => new Set(taken.filter((one) => one.domain === domain).map(({ task }) => task));
  const available = countBy(taken.map(({ task }) => task));
  const evenly: TaskRule = (task, domain) => {
    const tasks = inDomain(domain);
    const wanted = (need.byDomain.get(domain) ?? 0) + sumOf([...tasks].map(placed));
    const share = wanted / tasks.size;
    const low = Math.max(Math.min(1, Math.floor(share)), Math.floor(share) - 1) - placed(task);
    return {
      low: Math.max(0, Math.min(available.get(task) ?? 0, low)),
      high: Math.max(0, Math.ceil(share) + 1 - placed(task)),
    };
  };
  const unstarved: TaskRule = (task) => ({ low: placed(task) > 0 ? 0 : 1, high: Number.MAX_SAFE_INTEGER });
  const anyhow: TaskRule = () => ({ low: 0, high: Number.MAX_SAFE_INTEGER });
  return [evenly, unstarved, anyhow];
}

/** start → domain → task → kind → start; each edge between task and kind is one cell. */
function edgesOf(need: Need, taken: readonly Taken[], kinds: readonly KindRange[], rule: TaskRule): Edge[] {
  const tasks = new Map(taken.map(({ task, domain }) => [task, domain]));
  const cells = countBy(taken.map(({ task, kind }) => `${task} ${kind}`));
  return [
    ...[...need.byDomain].map(([domain, count]) => ({ from: 'start', to: `d${domain}`, low: count, high: count })),
    ...[...tasks].map(([task, domain]) => ({ from: `d${domain}`, to: task, ...rule(task, domain) })),
    ...[...cells].map(([cell, high]) => {
      const [task = '', kind = ''] = cell.split(' ');
      return { from: task, to: kind, low: 0, high };
    }),
    ...kinds.map(({ kind, min, max }) => ({ from: kind, to: 'start', low: min, high: max })),
  ];
}

function cellsOf(edges: readonly Edge[], kinds: readonly KindRange[]): Cell[] | undefined {
  const units = circulation(edges);
  return units?.flatMap((count, i) => {
    const edge = edges[i];
    const kind = kinds.find((range) => range.kind === edge?.to)?.kind;
    return edge === undefined || kind === undefined || count === 0 ? [] : [{ task: edge.from, kind, count }];
  });
}

/**
 * How many simple candidates of each task and kind to take, so that every domain has its quota exactly and every kind
 * stays in its range; tasks as evenly as the bank allows. Whether that is possible at all is decided exactly.
 */
export function allocate(candidates: readonly Candidate[], need: Need, rng: Rng): Cell[] | undefined {
  const usable = new Set(need.kinds.map(({ kind }) => kind));
  const taken = candidates.map(takenOf).filter(({ kind }) => usable.has(kind));
  const drawn = drawnKinds(need, countBy(taken.map(({ kind }) => kind)), rng);
  for (const rule of taskRules(need, taken)) {
    for (const kinds of drawn === undefined ? [need.kinds] : [drawn, need.kinds]) {
      const cells = cellsOf(rng.shuffle(edgesOf(need, taken, kinds, rule)), kinds);
      if (cells !== undefined) return cells;
    }
  }
  return undefined;
}
