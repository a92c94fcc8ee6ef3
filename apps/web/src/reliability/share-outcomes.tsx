import type { ReliabilityReport } from '@cairn/contract';
import { Button, Callout, ErrorState, Fold, LinkButton } from '@cairn/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { sentenceOf } from '../api.ts';
import { counted } from '../app/words.ts';
import { deleteImported, importOutcomes, reliabilityQuery } from './queries.ts';

/** Nothing is sent anywhere: people who want to pool outcomes hand files to one another. */
export function ShareOutcomes({ sources }: { readonly sources: ReliabilityReport['sources'] }) {
  const input = useRef<HTMLInputElement>(null);
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: reliabilityQuery.queryKey });
  const take = useMutation({ mutationFn: importOutcomes, onSettled });
  const forget = useMutation({ mutationFn: deleteImported, onSettled });
  return (
    <Fold summary="How to take part">
      <div className="grid gap-5">
        <ol className="grid max-w-prose list-decimal gap-2 ps-6">
          <li>Before the exam, practise until the readiness page states a chance.</li>
          <li>After the exam, open that page and record how it went. Whether it counts here is your choice.</li>
          <li>
            If you want others to learn from it, export the counted outcomes and give them the file. It holds the
            certification, the month, the stated chance and whether you passed: no name, no day, no score.
          </li>
        </ol>
        <div className="flex flex-wrap gap-3">
          {sources.own > 0 ? (
            <LinkButton href="/api/outcomes/export" download="cairn-outcomes.json">
              Export {counted(sources.own, 'outcome')}
            </LinkButton>
          ) : null}
          <Button onClick={() => input.current?.click()} disabled={take.isPending}>
            Import a file of others …
          </Button>
          {sources.imported > 0 ? (
            <Button look="danger" onClick={() => forget.mutate()} disabled={forget.isPending}>
              Delete {counted(sources.imported, 'imported outcome')}
            </Button>
          ) : null}
          <input
            ref={input}
            type="file"
            accept=".json,application/json"
            className="hidden"
            tabIndex={-1}
            aria-label="File of outcomes"
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0];
              if (file) take.mutate(file);
              currentTarget.value = ''; // the same file may be chosen again
            }}
          />
        </div>
        {take.error ? <ErrorState title="The file was not taken in" detail={sentenceOf(take.error)} /> : null}
        {forget.error ? <ErrorState title="Nothing was deleted" detail={sentenceOf(forget.error)} /> : null}
        {take.data ? (
          <Callout
            tone="good"
            announce
            title={`${counted(take.data.added, 'outcome')} added, ${take.data.known} known already and counted once.`}
          />
        ) : null}
      </div>
    </Fold>
  );
}
