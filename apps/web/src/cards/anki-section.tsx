import type { CardsImported } from '@cairn/contract';
import { Callout, Card, LinkButton } from '@cairn/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { sentenceOf } from '../api.ts';
import { counted } from '../app/words.ts';
import { CARDS_KEY, importDeck } from './card-requests.ts';

const MEGABYTE = 1024 * 1024;
const LARGEST = 50 * MEGABYTE;

/** Decks to Anki and back, with what is remembered of each card. */
export function AnkiSection() {
  const id = useId();
  const client = useQueryClient();
  const bring = useMutation({
    mutationFn: async (file: File) => {
      if (file.size > LARGEST) throw new Error(`${file.name} has more than 50 MB; export a smaller deck from Anki.`);
      return importDeck(file);
    },
    onSuccess: () => client.invalidateQueries({ queryKey: CARDS_KEY }),
  });
  return (
    <Card className="grid gap-4">
      <h2 className="text-2xl">Anki</h2>
      <p className="max-w-prose text-muted">
        Cards go to Anki and come back with what you remember of them. The same deck again updates its cards and doubles
        none.
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <LinkButton href="/api/cards/export" download>
          Save all cards for Anki
        </LinkButton>
        <label
          htmlFor={id}
          className="inline-flex min-h-11 cursor-pointer items-center rounded-lg border border-muted/60 bg-card px-5 py-2 font-semibold focus-within:outline-3 focus-within:outline-offset-2 focus-within:outline-accent hover:border-accent hover:text-accent"
        >
          {bring.isPending ? 'Reading the deck' : 'Bring a deck (.apkg)'}
          <input
            id={id}
            type="file"
            accept=".apkg"
            className="sr-only"
            disabled={bring.isPending}
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              target.value = '';
              if (file) bring.mutate(file);
            }}
          />
        </label>
      </div>
      {bring.error ? (
        <Callout tone="bad" announce title="Nothing was brought in">
          <p>{sentenceOf(bring.error)}</p>
        </Callout>
      ) : null}
      {bring.data ? <Brought result={bring.data} /> : null}
    </Card>
  );
}

function Brought({ result: { added, updated, own, scheduled, loss } }: { readonly result: CardsImported }) {
  const parts = [
    `${counted(added, 'card')} added`,
    `${updated} updated`,
    ...(own > 0 ? [`${own} of Cairn recognised`] : []),
    `${counted(scheduled, 'schedule')} taken over`,
  ];
  return (
    <Callout tone={loss.length === 0 ? 'good' : 'warn'} announce title={`${parts.join(', ')}.`}>
      {loss.length === 0 ? null : (
        <ul className="list-disc pl-5">
          {loss.map(({ sentence }) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </Callout>
  );
}
