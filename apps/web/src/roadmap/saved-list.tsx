import type { SavedRoadmap } from '@cairn/contract';
import { Button, Callout, Dialog, Icon } from '@cairn/ui';
import { useState } from 'react';
import { sentenceOf } from '../api.ts';
import { RouterLinkButton, TextLink } from '../app/links.tsx';
import { dayInWords } from '../app/words.ts';
import type { useSavedRoadmaps } from './use-saved-roadmaps.ts';

type SavedListProps = {
  saved: readonly SavedRoadmap[];
  openId: string | undefined;
  removing: ReturnType<typeof useSavedRoadmaps>['remove'];
};

export function SavedList({ saved, openId, removing }: SavedListProps) {
  const [doomed, setDoomed] = useState<SavedRoadmap>();
  if (saved.length === 0) return null;
  return (
    <section aria-labelledby="saved" className="grid max-w-3xl gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="saved" className="text-3xl">
          Saved roadmaps
        </h2>
        {openId ? (
          <RouterLinkButton to="/roadmap" search={{}} size="small">
            <Icon name="plus" className="size-4" /> A new one
          </RouterLinkButton>
        ) : null}
      </div>
      {removing.error ? <Callout tone="bad" announce title={sentenceOf(removing.error)} /> : null}
      <ul className="border-b border-line">
        {saved.map((one) => (
          <li key={one.id} className="flex items-center justify-between gap-4 border-t border-line py-3">
            <p>
              <TextLink to="/roadmap" search={{ saved: one.id }} className="font-semibold">
                The way to {one.goal}
              </TextLink>
              {one.id === openId ? <span className="text-muted"> (open)</span> : null}
              <span className="block text-[0.94rem] text-muted">
                saved on {dayInWords(new Date(one.updatedAt).toISOString().slice(0, 10))}, {one.done.length} steps done
              </span>
            </p>
            <Button
              look="danger"
              size="small"
              aria-label={`Delete the way to ${one.goal}`}
              onClick={() => setDoomed(one)}
            >
              <Icon name="trash" className="size-4" />
            </Button>
          </li>
        ))}
      </ul>
      <Dialog
        open={doomed !== undefined}
        onOpenChange={(isOpen) => (isOpen ? undefined : setDoomed(undefined))}
        title={`Delete the way to ${doomed?.goal ?? ''}?`}
        description="Its dates and ticks are gone for good. Attempts and answers stay."
        actions={
          <>
            <Button onClick={() => setDoomed(undefined)}>Keep it</Button>
            <Button
              look="danger"
              onClick={() => {
                if (doomed) removing.mutate(doomed.id);
                setDoomed(undefined);
              }}
            >
              Delete it
            </Button>
          </>
        }
      />
    </section>
  );
}
