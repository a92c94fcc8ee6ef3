import type { Readiness } from '@cairn/contract';
import { Button, Callout, Card, HorizontalBars } from '@cairn/ui';
import { sentenceOf } from '../api.ts';
import { studying, useStart } from '../exam/use-start.ts';
import { gainText } from './readiness-words.ts';

const SHORT_STUDY = 20;

/** Where the next hour is worth most, and a button that spends it there. */
export function NextHour({ readiness }: { readiness: Readiness }) {
  const start = useStart();
  const ranked = [...readiness.domains].sort((a, b) => b.nextHour - a.nextHour);
  const [best] = ranked;
  if (!best) return null;
  return (
    <Card className="grid content-start gap-4">
      <HorizontalBars
        title="What would raise it most"
        unit="percentage points added by one hour of practice"
        labelHead="Domain"
        format={(points) => points.toFixed(1)}
        bars={ranked.map(({ number, name, nextHour }, index) => ({
          label: `${number} ${name}`,
          value: Math.max(0, nextHour * 100),
          text: gainText(nextHour),
          emphasis: index === 0,
        }))}
      />
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
