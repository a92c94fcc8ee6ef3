import { grouped } from '../number-words.ts';
import { Curve, Dot, Name, Upright, type XY } from '../view/marks.tsx';
import { Plot, type PlotSpace } from '../view/plot.tsx';
import { type Confusion, type CostPoint, histogramOf, type Sample, type ScoreBin, type Setting } from './model.ts';
import { money } from './words.ts';

type ScoresPlotProps = {
  readonly sample: Sample;
  readonly setting: Setting;
  readonly counts: Confusion;
  readonly onPick: (threshold: number) => void;
};

/** Negatives above the line, positives below it: the threshold cuts the picture into the confusion matrix. */
export function ScoresPlot({ sample, setting, counts, onPick }: ScoresPlotProps) {
  const { threshold, positives, negatives } = setting;
  const above = histogramOf(sample, 0);
  const below = histogramOf(sample, 1);
  const high = 1.3 * Math.max(...above.map(({ share }) => share), ...below.map(({ share }) => share));
  return (
    <Plot
      label={`Scores of ${negatives} lie mostly low, those of ${positives} mostly high. The threshold ${threshold.toFixed(2)} cuts both: ${counts.falsePositives} ${negatives} and ${counts.truePositives} ${positives} lie to its right.`}
      x={{ title: 'Score of the model', low: 0, high: 1 }}
      y={{
        title: `${negatives} up, ${positives} down (%)`,
        low: -high,
        high,
        format: (share) => `${Math.round(Math.abs(share) * 100)}`,
      }}
      height={230}
      onPick={onPick}
    >
      {(space) => (
        <>
          <Bars bins={above} space={space} threshold={threshold} direction={1} />
          <Bars bins={below} space={space} threshold={threshold} direction={-1} />
          <line
            x1={space.left}
            x2={space.right}
            y1={space.y(0)}
            y2={space.y(0)}
            className="stroke-ink"
            strokeWidth={1.5}
          />
          <Upright at={threshold} space={space} />
          <Quadrants space={space} threshold={threshold} counts={counts} />
        </>
      )}
    </Plot>
  );
}

type BarsProps = {
  readonly bins: readonly ScoreBin[];
  readonly space: PlotSpace;
  readonly threshold: number;
  readonly direction: 1 | -1;
};

function Bars({ bins, space, threshold, direction }: BarsProps) {
  const strong = direction === 1 ? 'fill-warn' : 'fill-accent';
  return bins.map(({ from, to, share }) => {
    const end = space.y(direction * share);
    return (
      <rect
        key={from}
        x={space.x(from) + 1}
        y={Math.min(end, space.y(0))}
        width={Math.max(1, space.x(to) - space.x(from) - 2)}
        height={Math.abs(space.y(0) - end)}
        className={(from + to) / 2 >= threshold ? strong : 'fill-muted/45'}
      />
    );
  });
}

type QuadrantsProps = { readonly space: PlotSpace; readonly threshold: number; readonly counts: Confusion };

/** Letters are about this wide at the size of a chart. */
const LETTER = 6.6;
/** Below this width labels take their short form. */
const CROWDED = 280;

function Quadrants({ space, threshold, counts }: QuadrantsProps) {
  const isCrowded = space.right - space.left < CROWDED;
  const say = (text: string, count: number) => `${grouped(count)} ${text}`;
  return (
    <g>
      <Pair
        space={space}
        at={threshold}
        y={space.top + 14}
        left={say(isCrowded ? 'left' : 'rightly left alone', counts.trueNegatives)}
        right={say(isCrowded ? 'alarms' : 'false alarms', counts.falsePositives)}
        rightClass="chart-warn"
      />
      <Pair
        space={space}
        at={threshold}
        y={space.bottom - 25}
        left={say('missed', counts.falseNegatives)}
        right={say('found', counts.truePositives)}
        rightClass="chart-strong fill-accent"
      />
    </g>
  );
}

type PairProps = {
  readonly space: PlotSpace;
  readonly at: number;
  readonly y: number;
  readonly left: string;
  readonly right: string;
  readonly rightClass: string;
};

/** Two labels beside the threshold. Where one has no room on its side, it stays in the picture and the other drops. */
function Pair({ space, at, y, left, right, rightClass }: PairProps) {
  const x = space.x(at);
  const leftEnd = Math.max(x - 8, space.left + left.length * LETTER);
  const rightStart = Math.min(x + 8, space.right - right.length * LETTER);
  return (
    <>
      <text x={leftEnd} y={y} textAnchor="end" className="chart-halo">
        {left}
      </text>
      <text x={rightStart} y={y + (leftEnd > rightStart ? 17 : 0)} className={`chart-halo ${rightClass}`}>
        {right}
      </text>
    </>
  );
}

type RatePlotProps = {
  readonly title: string;
  readonly x: string;
  readonly y: string;
  readonly points: readonly XY[];
  readonly at: XY;
  readonly area: string;
  readonly isChanceDiagonal?: boolean;
};

const SHARES = [0, 0.25, 0.5, 0.75, 1];

export function RatePlot({ title, x, y, points, at, area, isChanceDiagonal = false }: RatePlotProps) {
  return (
    <Plot
      title={title}
      label={`${title}, ${area}. The threshold lies at ${x} ${at.x.toFixed(2)}, ${y} ${at.y.toFixed(2)}.`}
      x={{ title: x, low: 0, high: 1, ticks: SHARES }}
      y={{ title: y, low: 0, high: 1, ticks: SHARES }}
      height={190}
    >
      {(space) => (
        <>
          {isChanceDiagonal ? (
            <Curve
              space={space}
              tone="muted"
              isDashed
              isThin
              points={[
                { x: 0, y: 0 },
                { x: 1, y: 1 },
              ]}
            />
          ) : null}
          <Curve points={points} space={space} />
          <Name
            at={isChanceDiagonal ? { x: 0.97, y: 0.06 } : { x: 0.03, y: 0.06 }}
            space={space}
            text={area}
            tone="muted"
            anchor={isChanceDiagonal ? 'end' : 'start'}
          />
          <Dot at={at} space={space} tone="ink" radius={7} />
        </>
      )}
    </Plot>
  );
}

type CostPlotProps = {
  readonly curve: readonly CostPoint[];
  readonly best: CostPoint;
  readonly setting: Setting;
  readonly onPick: (threshold: number) => void;
};

export function CostPlot({ curve, best, setting, onPick }: CostPlotProps) {
  const high = Math.max(1, ...curve.map(({ cost }) => cost)) * 1.08;
  const now = curve[Math.round(setting.threshold * 100)] ?? best;
  return (
    <Plot
      title="What it costs"
      label={`Total cost by threshold: ${money(now.cost, setting)} now, least at ${best.threshold.toFixed(2)} with ${money(best.cost, setting)}.`}
      x={{ title: 'Threshold', low: 0, high: 1 }}
      y={{ title: `Total cost (${setting.currency} ${setting.period})`, low: 0, high, format: grouped }}
      height={150}
      onPick={onPick}
    >
      {(space) => (
        <>
          <Curve points={curve.map(({ threshold, cost }) => ({ x: threshold, y: cost }))} space={space} />
          <Upright at={best.threshold} space={space} text="cheapest" tone="good" isDashed />
          <Dot at={{ x: now.threshold, y: now.cost }} space={space} tone="ink" radius={7} />
        </>
      )}
    </Plot>
  );
}
