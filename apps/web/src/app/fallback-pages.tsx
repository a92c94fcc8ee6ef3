import { Callout } from '@cairn/ui';
import { sentenceOf } from '../api.ts';
import { RouterLinkButton } from './links.tsx';
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
  return (
    <Page title="This page broke" lede="Nothing that was saved is lost. Reloading often helps.">
      <Callout tone="bad" title="What the program says">
        <p className="font-mono text-[0.9rem]">{sentenceOf(error)}</p>
      </Callout>
    </Page>
  );
}
