import { Button, Icon } from '@cairn/ui';
import { type ReactNode, useSyncExternalStore } from 'react';
import { isNewerReady, onNewer } from './builds.ts';
import type { ServerLink } from './link.ts';
import { awayText } from './note-words.ts';

/** One calm line below the bar: that Cairn does not answer, or that a newer one is ready. */
export function OfflineNote({ link }: { readonly link: ServerLink }) {
  const isNewer = useSyncExternalStore(onNewer, isNewerReady);
  return (
    <div role="status" className="print:hidden">
      {link.kind === 'away' ? (
        <Line>
          <Icon name="warning" className="mt-1 size-4 shrink-0 text-warn" />
          <span>{awayText(link.asOf, new Date())}</span>
        </Line>
      ) : null}
      {isNewer && link.kind === 'there' ? (
        <Line>
          <span className="py-1">A new version is here.</span>
          <Button size="small" onClick={() => location.reload()}>
            Reload
          </Button>
        </Line>
      ) : null}
    </div>
  );
}

function Line({ children }: { readonly children: ReactNode }) {
  return (
    <div className="border-b border-line bg-sunken">
      <p className="mx-auto flex max-w-6xl items-start gap-2.5 px-4 py-2 text-[0.94rem] sm:px-6">{children}</p>
    </div>
  );
}
