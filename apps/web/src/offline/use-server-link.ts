import { useEffect, useRef, useSyncExternalStore } from 'react';
import { queryClient } from '../app/queries.ts';
import { sendUnsent } from './catch-up.ts';
import { heard, onServerLink, type ServerLink, serverLink } from './link.ts';

const PROBE_MILLISECONDS = 4000;

/** Whether Cairn answers. While it does not it is asked now and then; when it does again the page is made new. */
export function useServerLink(): ServerLink {
  const link = useSyncExternalStore(onServerLink, serverLink);
  const wasAway = useRef(false);
  const isAway = link.kind === 'away';
  useEffect(() => {
    if (wasAway.current && !isAway) {
      void sendUnsent()
        .catch(() => undefined) // kept, and sent with the next
        .then(() => queryClient.invalidateQueries());
    }
    wasAway.current = isAway;
    if (!isAway) return;
    const timer = setInterval(() => document.visibilityState === 'visible' && void probe(), PROBE_MILLISECONDS);
    return () => clearInterval(timer);
  }, [isAway]);
  return link;
}

async function probe(): Promise<void> {
  const answer = await fetch('/api/health', { signal: AbortSignal.timeout(PROBE_MILLISECONDS) }).catch(() => undefined);
  if (answer?.ok) heard(answer);
}
