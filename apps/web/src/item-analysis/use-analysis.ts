import { useCallback, useEffect, useRef, useState } from 'react';
import type { ItemAnalysis } from './analysis.ts';
import type { AnalysisNews, AnalysisOrder } from './messages.ts';

export type AnalysisState =
  | { readonly state: 'empty' }
  | { readonly state: 'busy'; readonly step: string; readonly share: number | undefined }
  | { readonly state: 'failed'; readonly sentence: string }
  | { readonly state: 'done'; readonly analysis: ItemAnalysis };

export type AnalysisControl = {
  readonly state: AnalysisState;
  readonly order: (order: AnalysisOrder) => void;
  /** Ends whatever runs, and forgets the file. */
  readonly cancel: () => void;
};

const CRASHED =
  'The analysis ended without a result; the file may be too large for this browser. Take a part of the persons, or use “cairn irt calibrate” on the command line.';

/** One worker a file: cancelling is ending it, whatever it is doing. */
export function useAnalysis(): AnalysisControl {
  const worker = useRef<Worker>(undefined);
  const [state, setState] = useState<AnalysisState>({ state: 'empty' });
  const end = useCallback(() => {
    worker.current?.terminate();
    worker.current = undefined;
  }, []);
  useEffect(() => end, [end]);
  const start = useCallback(() => {
    const started = new Worker(new URL('./analysis.worker.ts', import.meta.url), { type: 'module' });
    started.addEventListener('message', ({ data }: MessageEvent<AnalysisNews>) => setState(stateOf(data)));
    started.addEventListener('error', () => setState({ state: 'failed', sentence: CRASHED }));
    worker.current = started;
    return started;
  }, []);
  const order = useCallback(
    (next: AnalysisOrder) => {
      if (next.kind !== 'model') end();
      setState({ state: 'busy', step: 'Reading the file', share: undefined });
      (worker.current ?? start()).postMessage(next);
    },
    [end, start],
  );
  const cancel = useCallback(() => {
    end();
    setState({ state: 'empty' });
  }, [end]);
  return { state, order, cancel };
}

function stateOf(news: AnalysisNews): AnalysisState {
  switch (news.kind) {
    case 'progress':
      return { state: 'busy', step: news.step, share: news.share };
    case 'done':
      return { state: 'done', analysis: news.analysis };
    case 'failed':
      return { state: 'failed', sentence: news.sentence };
  }
}
