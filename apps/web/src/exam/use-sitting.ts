import { useEffect, useState, useSyncExternalStore } from 'react';
import { attemptMemory } from './attempt-memory.ts';
import { claimTab, getAttempt, sendEvents } from './attempt-requests.ts';
import { disk } from './disk.ts';
import { Sitting, type SittingState } from './sitting.ts';
import { announceWriter, identifyTab, onOtherWriter } from './tab-identity.ts';

/** So often the server's clock is asked for while nothing happens; it also notices that another tab took over. */
const HEARTBEAT_MILLISECONDS = 30_000;

const LOADING: SittingState = { kind: 'loading' };

function sittingOf(attemptId: string): Sitting {
  return new Sitting({
    attemptId,
    disk: disk(),
    memory: attemptMemory(indexedDB),
    identify: identifyTab,
    announceWriter,
    onOtherWriter,
    getAttempt,
    claimTab,
    sendEvents,
    now: () => Date.now(),
    monotonic: () => performance.now(),
    later: (run, milliseconds) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
    random: () => Math.random(),
  });
}

export function useSitting(attemptId: string): { readonly state: SittingState; readonly sitting: Sitting | undefined } {
  const [sitting, setSitting] = useState<Sitting>();
  useEffect(() => {
    const opened = sittingOf(attemptId);
    setSitting(opened);
    void opened.open();
    const unlisten = keepInTouch(opened);
    return () => {
      unlisten();
      opened.close();
    };
  }, [attemptId]);
  const state = useSyncExternalStore(sitting?.subscribe ?? noSubscription, sitting?.state ?? (() => LOADING));
  return { state, sitting };
}

const noSubscription = () => () => undefined;

/** The moments at which the network, the clock or the page itself may have changed. */
function keepInTouch(sitting: Sitting): () => void {
  const onVisibility = () => (document.visibilityState === 'visible' ? sitting.sync() : sitting.flushBeforeLeaving());
  const heartbeat = setInterval(() => document.visibilityState === 'visible' && sitting.sync(), HEARTBEAT_MILLISECONDS);
  window.addEventListener('online', sitting.sync);
  window.addEventListener('pagehide', sitting.flushBeforeLeaving);
  document.addEventListener('visibilitychange', onVisibility);
  return () => {
    clearInterval(heartbeat);
    window.removeEventListener('online', sitting.sync);
    window.removeEventListener('pagehide', sitting.flushBeforeLeaving);
    document.removeEventListener('visibilitychange', onVisibility);
  };
}
