import type { Readiness } from '@cairn/contract';
import { Button, Callout, Card, HorizontalBars } from '@cairn/ui';
import { sentenceOf } from '../api.ts';
import { studying, useStart } from '../exam/use-start.ts';
import { gainText, isNoticeable } from './readiness-words.ts';

const SHORT_STUDY = 20;

/** Where the next hour is worth most, and a button that spends it there. */
export function NextHour({ readiness }: { readiness: Readiness }) {
  const start = useStart();
  const ranked = [...readiness.domains].sort((a, b) => b.nextHour - a.nextHour);
  const isWorthIt = ranked.some(({ nextHour }) => isNoticeable(nextHour));
  const best = isWorthIt ? ranked[0] : farthestBehind(readiness);
  if (!best) return null;
  return (
    <Card className="grid content-start gap-4">
      {isWorthIt ? <GainBars ranked={ranked} /> : <NoGain readiness={readiness} />}
      <div className="flex flex-wrap items-center gap-3">
        <Button
          look="primary"
          disabled={start.isPending}
          onClick={() =>
            start.mutate(studying(readiness.exam, { kind: 'domain', domain: best.number, questions: SHORT_STUDY }))
          }
        >
          Practise domain {best.number} now
        </Button>
        <p className="text-[0.94rem] text-muted">{SHORT_STUDY} questions in study mode, without a clock.</p>
      </div>
      {start.error ? (
        <Callout tone="warn" announce title="This selection could not be started">
          <p>{sentenceOf(start.error)}</p>
        </Callout>
      ) : null}
    </Card>
  );
}

type Domain = Readiness['domains'][number];

/** Most points below what a just-passing candidate earns there. */
const farthestBehind = ({ domains }: Readiness): Domain | undefined =>
  [...domains].sort((a, b) => a.expectedMargin - b.expectedMargin)[0];

function GainBars({ ranked }: { ranked: readonly Domain[] }) {
  return (
    <HorizontalBars
      title="What would raise it most"
      unit="percentage points added by one hour of practice"
      labelHead="Domain"
      format={(points) => String(Number(points.toFixed(2)))}
      bars={ranked.map(({ number, name, nextHour }, index) => ({
        label: `${number} ${name}`,
        value: Math.max(0, nextHour * 100),
        text: gainText(nextHour),
        emphasis: index === 0,
      }))}
    />
  );
}

/** Far from the line an hour changes the ability, and not yet the chance. */
function NoGain({ readiness: { today } }: { readiness: Readiness }) {
  return (
    <div className="grid gap-1">
      <h2 className="font-sans text-base font-semibold tracking-normal">What would raise it most</h2>
      <p>
        {today.probability > 0.5
          ? 'So far above the line, one more hour hardly changes the chance. Keep what you know fresh.'
          : 'So far from the line, one hour hardly moves the chance yet; many do. Begin where most is missing.'}
      </p>
    </div>
  );
}
