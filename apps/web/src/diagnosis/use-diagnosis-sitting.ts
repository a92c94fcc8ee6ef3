import { useEffect, useState, useSyncExternalStore } from 'react';
import { disk } from '../exam/disk.ts';
import { getDiagnosis, sendAnswer } from './diagnosis-requests.ts';
import { DiagnosisSitting, type DiagnosisState } from './diagnosis-sitting.ts';

const LOADING: DiagnosisState = { kind: 'loading' };

const sittingOf = (diagnosisId: string): DiagnosisSitting =>
  new DiagnosisSitting({
    diagnosisId,
    store: disk().outbox,
    getDiagnosis,
    sendAnswer,
    now: () => Date.now(),
    later: (run, milliseconds) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
  });

type Opened = { readonly state: DiagnosisState; readonly sitting: DiagnosisSitting | undefined };

export function useDiagnosisSitting(diagnosisId: string): Opened {
  const [sitting, setSitting] = useState<DiagnosisSitting>();
  useEffect(() => {
    const opened = sittingOf(diagnosisId);
    setSitting(opened);
    void opened.open();
    // The network or the window came back: what waits need not wait for its turn.
    window.addEventListener('online', opened.sync);
    document.addEventListener('visibilitychange', opened.sync);
    return () => {
      window.removeEventListener('online', opened.sync);
      document.removeEventListener('visibilitychange', opened.sync);
      opened.close();
    };
  }, [diagnosisId]);
  const state = useSyncExternalStore(sitting?.subscribe ?? noSubscription, sitting?.state ?? (() => LOADING));
  return { state, sitting };
}

const noSubscription = () => () => undefined;
