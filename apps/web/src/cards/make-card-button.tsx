import { Button, Callout } from '@cairn/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { sentenceOf } from '../api.ts';
import { CardEditor } from './card-editor.tsx';
import { draftFromItem } from './card-requests.ts';

/** Beside a question whose answer counts: its stem, key and reasons as a draft, for the learner to shorten. */
export function MakeCardButton({ attemptId, slot }: { readonly attemptId: string; readonly slot: string }) {
  const draft = useMutation({ mutationFn: () => draftFromItem(attemptId, slot) });
  const [savedId, setSavedId] = useState<string>();
  const { cardId, ...sides } = draft.data ?? { cardId: null };
  return (
    <>
      <Button size="small" look="quiet" disabled={draft.isPending} onClick={() => draft.mutate()}>
        {savedId ? 'Change the card' : 'Make a card'}
      </Button>
      {draft.data ? (
        <CardEditor
          card={{ ...sides, ...(cardId !== null && { id: cardId }) }}
          onClose={draft.reset}
          onSaved={({ id }) => setSavedId(id)}
        />
      ) : null}
      {draft.error ? (
        <Callout tone="bad" announce title="No card made">
          <p>{sentenceOf(draft.error)}</p>
        </Callout>
      ) : null}
    </>
  );
}
