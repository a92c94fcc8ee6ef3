import type { Gap, GapRow, GapState, Survey, Way } from '@cairn/postings';
import { Badge, Button, Icon, type IconName, type Tone } from '@cairn/ui';
import { useState } from 'react';
import { WayLink } from '../way-link.tsx';
import { QuoteButton } from './quote-button.tsx';
import { Section } from './section.tsx';
import { percentText, postingsText } from './strengths.ts';

type Ways = ReadonlyMap<string, readonly Way[]>;
type GapProps = { readonly gap: Gap; readonly survey: Survey; readonly ways: Ways };

const STATES = ['have', 'partly', 'missing'] as const satisfies readonly GapState[];
const LOOKS: Readonly<Record<GapState, { tone: Tone; icon: IconName; word: string; fill: string }>> = {
  have: { tone: 'good', icon: 'check', word: 'Have', fill: 'bg-good' },
  partly: { tone: 'warn', icon: 'info', word: 'Partly', fill: 'bg-warn/60' },
  missing: { tone: 'neutral', icon: 'plus', word: 'Missing', fill: 'bg-sunken border border-muted/60' },
};

const FIRST = 10;
const MORE = 25;

export function GapView({ gap, survey, ways }: GapProps) {
  const [count, setCount] = useState(FIRST);
  const isBlank = gap.shares.have === 0 && gap.shares.partly === 0;
  return (
    <Section
      title="What you can show"
      lede={
        isBlank
          ? 'Your record here shows none of it yet. That says what was practised here, not what you know.'
          : 'What the postings ask for, against your answers and lab steps here. It says what was practised here, not all that you know.'
      }
    >
      <Shares gap={gap} />
      <ol className="grid max-w-4xl divide-y divide-line border-y border-line">
        {gap.rows.slice(0, count).map((row) => (
          <GapItem key={row.id} row={row} survey={survey} ways={ways.get(row.id) ?? []} />
        ))}
      </ol>
      {gap.rows.length > count ? (
        <Button look="quiet" size="small" className="-ml-3 w-fit" onClick={() => setCount(count + MORE)}>
          Show {Math.min(MORE, gap.rows.length - count)} more of {gap.rows.length}
        </Button>
      ) : null}
    </Section>
  );
}

/** Of all demand, weighted by how often and how strongly the postings ask. */
function Shares({ gap }: { readonly gap: Gap }) {
  return (
    <div className="grid max-w-4xl gap-2">
      <div aria-hidden="true" className="flex h-5 gap-0.5 overflow-hidden rounded-full">
        {STATES.filter((state) => gap.shares[state] > 0).map((state) => (
          <div key={state} className={LOOKS[state].fill} style={{ width: `${gap.shares[state] * 100}%` }} />
        ))}
      </div>
      <ul className="flex flex-wrap gap-x-6 gap-y-1 text-[0.94rem]">
        {STATES.map((state) => (
          <li key={state} className="flex items-center gap-2">
            <span aria-hidden="true" className={`h-3 w-5 rounded-sm ${LOOKS[state].fill}`} />
            {LOOKS[state].word} {percentText(gap.shares[state])}
          </li>
        ))}
        <li className="text-muted">of what is asked for, weighted by how strongly</li>
      </ul>
    </div>
  );
}

const WAYS = 2;

type GapItemProps = { readonly row: GapRow; readonly survey: Survey; readonly ways: readonly Way[] };

function GapItem({ row, survey, ways }: GapItemProps) {
  const { tone, icon, word } = LOOKS[row.state];
  const name = [...survey.platforms, ...survey.names].find(({ id }) => id === row.id);
  return (
    <li className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[6.5rem_minmax(0,1fr)_auto]">
      <div>
        <Badge tone={tone}>
          <Icon name={icon} className="size-3.5" />
          {word}
        </Badge>
      </div>
      <div className="min-w-0">
        <p className="font-semibold">{row.canonical}</p>
        <p className="text-[0.94rem] text-muted">{row.reason}</p>
        {row.state !== 'have' && ways.length > 0 ? (
          <p className="flex flex-wrap gap-x-4 text-[0.94rem]">
            {ways.slice(0, WAYS).map((way) => (
              <WayLink key={`${way.kind}${way.id}`} way={way} />
            ))}
          </p>
        ) : null}
      </div>
      <div>
        <QuoteButton about={row.canonical} postings={row.postings} quotes={name?.quotes ?? []}>
          {postingsText(row.postings)}
        </QuoteButton>
      </div>
    </li>
  );
}
