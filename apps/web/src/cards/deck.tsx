import type { DeckSummary } from '@cairn/contract';
import { Card } from '@cairn/ui';
import { RouterLinkButton, TextLink } from '../app/links.tsx';
import { percent } from './card-words.ts';

/** The cards of one exam: how many have been seen, and what would be recalled now, domain by domain. */
export function Deck({ deck }: { readonly deck: DeckSummary }) {
  const { exam, code, title, cards, seen, due, suspended, recall, domains } = deck;
  const figures = [
    `${seen} of ${cards} seen`,
    due > 0 ? `${due} due` : '',
    recall === null ? '' : `${percent(recall)} recalled if asked now`,
    suspended > 0 ? `${suspended} suspended` : '',
  ];
  return (
    <Card className="grid h-full content-start gap-4">
      <div className="flex items-start justify-between gap-4">
        <div className="grid gap-1">
          <h3 className="text-xl">{code ?? title}</h3>
          {code ? <p className="text-[0.94rem] text-muted">{title}</p> : null}
        </div>
        <RouterLinkButton to="/cards/review" search={exam === null ? {} : { exam }} size="small" look="secondary">
          Review<span className="sr-only"> {code ?? title}</span>
        </RouterLinkButton>
      </div>
      <p className="text-[0.94rem] text-muted">
        {figures.filter(Boolean).join(' · ')}.{' '}
        <TextLink to="/cards/all" search={exam === null ? {} : { exam }}>
          See them<span className="sr-only">: {code ?? title}</span>
        </TextLink>
      </p>
      {domains.length > 0 ? (
        <ul className="grid gap-2.5">
          {domains.map((domain) => (
            <DomainLine key={domain.number} domain={domain} />
          ))}
        </ul>
      ) : null}
    </Card>
  );
}

/** A line as long as the domain's cards: the solid part is what would be recalled now, the pale one what was seen. */
function DomainLine({ domain: { name, cards, seen, recall } }: { readonly domain: DeckSummary['domains'][number] }) {
  const share = cards === 0 ? 0 : seen / cards;
  const held = share * (recall ?? 0);
  return (
    <li className="grid gap-1 text-[0.94rem]">
      <span className="flex justify-between gap-3">
        <span>{name}</span>
        <span className="shrink-0 tabular-nums text-muted">
          {recall === null ? `${cards} cards` : `${percent(recall)} of ${seen}/${cards}`}
        </span>
      </span>
      <span className="relative block h-1.5 overflow-hidden rounded-full bg-sunken" aria-hidden="true">
        <span className="absolute inset-y-0 left-0 bg-accent/35" style={{ width: `${share * 100}%` }} />
        <span className="absolute inset-y-0 left-0 bg-accent" style={{ width: `${held * 100}%` }} />
      </span>
    </li>
  );
}
