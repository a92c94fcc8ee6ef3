import { useEffect, useRef, useState } from 'react';
import type { Setting } from './setting.ts';
import type { Simulation } from './simulation.ts';
import type { SimulationNews, SimulationOrder } from './simulation.worker.ts';

/** A pause after the last change, so that a dragged slider starts one run. */
const SETTLE_MILLISECONDS = 150;

export type SimulationState = {
  /** The newest that is done; it stays in view while the next one runs. */
  readonly simulation: Simulation | undefined;
  /** Share of the running one that is done. */
  readonly progress: number | undefined;
  readonly failure: string | undefined;
};

const NO_WORKER = 'The simulation could not be started in this browser. Reload the page to try again.';

/** Runs beside the page: moving a slider stays smooth however much is computed. */
export function useSimulation(setting: Setting): SimulationState {
  const worker = useRef<Worker>(undefined);
  const newest = useRef(0);
  const [state, setState] = useState<SimulationState>({ simulation: undefined, progress: 0, failure: undefined });
  useEffect(() => {
    const started = new Worker(new URL('./simulation.worker.ts', import.meta.url), { type: 'module' });
    started.addEventListener('message', ({ data }: MessageEvent<SimulationNews>) => {
      if (data.run === newest.current) setState((before) => after(before, data));
    });
    started.addEventListener('error', () =>
      setState((before) => ({ ...before, progress: undefined, failure: NO_WORKER })),
    );
    worker.current = started;
    return () => started.terminate();
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => {
      newest.current += 1;
      setState((before) => ({ ...before, progress: 0, failure: undefined }));
      worker.current?.postMessage({ run: newest.current, setting } satisfies SimulationOrder);
    }, SETTLE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [setting]);
  return state;
}

function after(before: SimulationState, news: SimulationNews): SimulationState {
  switch (news.kind) {
    case 'progress':
      return { ...before, progress: news.share };
    case 'done':
      return { simulation: news.simulation, progress: undefined, failure: undefined };
    case 'failed':
      return { ...before, progress: undefined, failure: news.sentence };
  }
}
