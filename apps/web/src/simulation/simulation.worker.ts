import { sentenceOf } from '../api.ts';
import type { Setting } from './setting.ts';
import { type Simulation, simulation } from './simulation.ts';

/** What the page sends: a run with a number of its own. A new one ends the one before it. */
export type SimulationOrder = { readonly run: number; readonly setting: Setting };
export type SimulationNews = { readonly run: number } & (
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'done'; readonly simulation: Simulation }
  | { readonly kind: 'failed'; readonly sentence: string }
);

/** How long the worker computes before it looks whether a new order came. */
const SLICE_MILLISECONDS = 60;

let current = 0;

self.addEventListener('message', ({ data }: MessageEvent<SimulationOrder>) => {
  current = data.run;
  go(data.run, simulation(data.setting));
});

const tell = (news: SimulationNews): void => self.postMessage(news);

function go(run: number, steps: Generator<number, Simulation>): void {
  if (run !== current) return;
  try {
    const end = performance.now() + SLICE_MILLISECONDS;
    let step = steps.next();
    while (!step.done && performance.now() < end) step = steps.next();
    if (step.done) {
      tell({ run, kind: 'done', simulation: step.value });
      return;
    }
    tell({ run, kind: 'progress', share: step.value });
    setTimeout(() => go(run, steps));
  } catch (error) {
    tell({ run, kind: 'failed', sentence: sentenceOf(error) });
  }
}
