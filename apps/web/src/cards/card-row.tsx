import type { StudyCard } from '@cairn/contract';
import { Badge, Button } from '@cairn/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sentenceOf } from '../api.ts';
import { CARDS_KEY, removeOwn, reset, suspend } from './card-requests.ts';
import { CardText } from './card-text.tsx';
import { ORIGINS, stateText } from './card-words.ts';

type RowProps = { readonly card: StudyCard; readonly onEdit: () => void };

/** A card in the list: its front, and on demand its back and what can be done with it. */
export function CardRow({ card, onEdit }: RowProps) {
  const where = [card.task?.replace('/', ' ').toUpperCase() ?? card.exam?.toUpperCase(), ORIGINS[card.origin]];
  return (
    <li>
      <details className="group/card px-5">
        <summary className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-3 hover:text-accent">
          <span className="min-w-0 flex-1 basis-80">
            <CardText text={card.front.split('\n')[0] ?? ''} />
          </span>
          <span className="flex items-center gap-3 text-[0.94rem] text-muted">
            <span>{where.filter(Boolean).join(' · ')}</span>
            <Badge tone={card.isSuspended ? 'warn' : card.memory ? 'accent' : 'neutral'}>
              {stateText(card, Date.now())}
            </Badge>
          </span>
        </summary>
        <div className="grid gap-4 border-t border-line py-4">
          <div className="max-w-prose">
            <CardText text={card.back} />
          </div>
          <MemoryLine card={card} />
          <Actions card={card} onEdit={onEdit} />
        </div>
      </details>
    </li>
  );
}

function MemoryLine({ card: { memory } }: { readonly card: StudyCard }) {
  if (memory === null) return <p className="text-[0.94rem] text-muted">Never reviewed.</p>;
  const stability = memory.stability < 1 ? 'less than a day' : `${Math.round(memory.stability)} days`;
  return (
    <p className="text-[0.94rem] text-muted">
      Answered {memory.reps} times, forgotten {memory.lapses} times; nine times in ten it lasts {stability}.
    </p>
  );
}

function Actions({ card, onEdit }: RowProps) {
  const client = useQueryClient();
  const [isSure, setSure] = useState(false);
  const change = useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onSuccess: () => client.invalidateQueries({ queryKey: CARDS_KEY }),
  });
  const isOwn = card.origin !== 'content';
  const remove = () => (isSure ? change.mutate(() => removeOwn(card.id)) : setSure(true));
  return (
    <div className="flex flex-wrap items-center gap-2">
      {isOwn ? (
        <Button size="small" onClick={onEdit}>
          Edit
        </Button>
      ) : null}
      <Button size="small" onClick={() => change.mutate(() => suspend([card.id], !card.isSuspended))}>
        {card.isSuspended ? 'Take back' : 'Suspend'}
      </Button>
      {card.memory ? (
        <Button size="small" onClick={() => change.mutate(() => reset([card.id]))}>
          Begin anew
        </Button>
      ) : null}
      {isOwn ? (
        <Button size="small" look="danger" onClick={remove}>
          {isSure ? 'Really remove' : 'Remove'}
        </Button>
      ) : null}
      {change.error ? <p className="text-bad">{sentenceOf(change.error)}</p> : null}
    </div>
  );
}
