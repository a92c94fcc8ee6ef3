import { Button, Callout } from '@cairn/ui';
import { useSyncExternalStore } from 'react';
import { sentenceOf } from '../api.ts';
import { onServerLink, serverLink } from '../offline/link.ts';
import { RouterLinkButton } from './links.tsx';
import { isMissingPart } from './missing-part.ts';
import { Page } from './page.tsx';

export function MissingPage() {
  return (
    <Page title="No page here" lede="The address leads nowhere. It may be mistyped, or the page has moved.">
      <p>
        <RouterLinkButton to="/" look="primary">
          Go to the start
        </RouterLinkButton>
      </p>
    </Page>
  );
}

/** Last resort for a bug: the rest of the app stays usable through the bar above. */
export function BrokenPage({ error }: { error: unknown }) {
  if (isMissingPart(error)) return <UnloadedPage />;
  return (
    <Page title="This page broke" lede="Nothing that was saved is lost. Reloading often helps.">
      <Callout tone="bad" title="What the program says">
        <p className="font-mono text-[0.9rem]">{sentenceOf(error)}</p>
      </Callout>
    </Page>
  );
}

/** A part of the app that was never needed before is loaded when it is, and now it was not to be had. */
function UnloadedPage() {
  const isAway = useSyncExternalStore(onServerLink, serverLink).kind === 'away';
  return (
    <Page
      title={isAway ? 'This page needs Cairn' : 'This page was not loaded'}
      lede={
        isAway
          ? 'Lessons, cards and a started exam go on without it. For this page, start it again.'
          : 'Cairn did not answer then, or a newer version is running now. Reload to go on; nothing that was saved is lost.'
      }
    >
      <div>
        <Button look="primary" onClick={() => location.reload()}>
          Reload
        </Button>
      </div>
    </Page>
  );
}
