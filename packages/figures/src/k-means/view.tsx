import { Button, Slider } from '@cairn/ui';
import { useMemo } from 'react';
import { decimal } from '../number-words.ts';
import { FigureFrame } from '../view/frame.tsx';
import { Curve, Dot, type MarkTone } from '../view/marks.tsx';
import { Plot, type PlotSpace } from '../view/plot.tsx';
import { type FigureProps, useSetting } from '../view/use-setting.ts';
import { BEGIN, drawPoints, elbow, type InertiaOfK, LARGEST_K, type Point, type Setting, statesOf } from './model.ts';
import { inWords, rowsOf, sentence, TITLE } from './words.ts';

const POINTS = drawPoints();

export function KMeansView({ params, caption }: FigureProps<Setting>) {
  const { setting, change, reset, isChanged } = useSetting(BEGIN, params);
  const { k, seed } = setting;
  const states = useMemo(() => statesOf({ k, seed }), [k, seed]);
  const bends = useMemo(elbow, []);
  const end = states.length - 1;
  const step = Math.min(setting.step, end);
  const state = states[step];
  return (
    <FigureFrame
      title={TITLE}
      caption={caption}
      sentence={sentence(setting, states, step, bends)}
      onReset={reset}
      isChanged={isChanged}
      words={{
        text: inWords(setting, states, bends),
        table: { head: ['Step', 'What happened', 'Sum of squared distances'], rows: rowsOf(states) },
      }}
      controls={
        <>
          <Slider
            label="Clusters (k)"
            value={k}
            min={1}
            max={LARGEST_K}
            text={`${k}`}
            onChange={(value) => change({ k: value, step: 0 })}
          />
          <Slider
            label="Step"
            value={step}
            min={0}
            max={end}
            text={`${step} of ${end}`}
            onChange={(value) => change({ step: value })}
          />
        </>
      }
      actions={
        <>
          <Button size="small" look="primary" disabled={step >= end} onClick={() => change({ step: step + 1 })}>
            Next step
          </Button>
          <Button size="small" disabled={step >= end} onClick={() => change({ step: end })}>
            To the end
          </Button>
          <Button size="small" onClick={() => change({ seed: seed + 1, step: 0 })}>
            Other start
          </Button>
        </>
      }
      more={<ElbowPlot bends={bends} k={k} />}
    >
      {state ? <ClusterPlot centres={state.centres} clusters={state.clusters} /> : null}
    </FigureFrame>
  );
}

/** Tones repeat after six clusters; the spokes to the centre tell them apart all the same. */
const TONES: readonly MarkTone[] = ['accent', 'warn', 'good', 'bad', 'ink', 'muted'];
const SPOKES: Record<MarkTone, string> = {
  accent: 'stroke-accent/45',
  warn: 'stroke-warn/45',
  good: 'stroke-good/45',
  bad: 'stroke-bad/45',
  ink: 'stroke-ink/35',
  muted: 'stroke-muted/45',
};

const toneOf = (cluster: number | undefined): MarkTone =>
  cluster === undefined ? 'muted' : (TONES[cluster % TONES.length] ?? 'muted');

type ClusterPlotProps = { readonly centres: readonly Point[]; readonly clusters: readonly number[] | undefined };

function ClusterPlot({ centres, clusters }: ClusterPlotProps) {
  const sizes = centres.map((_, at) => clusters?.filter((cluster) => cluster === at).length ?? 0);
  return (
    <Plot
      label={`A hundred points and ${centres.length} centres. ${clusters ? `Points in each cluster: ${sizes.join(', ')}.` : 'No point has a cluster yet.'}`}
      x={{ title: 'Orders a month', low: 0, high: 10 }}
      y={{ title: 'Items per order', low: 0, high: 10, ticks: [0, 2, 4, 6, 8, 10] }}
      height={290}
    >
      {(space) => (
        <>
          {POINTS.map((point, row) => (
            <Member
              key={`${point.x},${point.y}`}
              point={point}
              space={space}
              tone={toneOf(clusters?.[row])}
              centre={clusters ? centres[clusters[row] ?? 0] : undefined}
            />
          ))}
          {centres.map((centre, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a centre is its number
            <Centre key={at} centre={centre} space={space} tone={toneOf(at)} name={`${at + 1}`} />
          ))}
        </>
      )}
    </Plot>
  );
}

type MemberProps = {
  readonly point: Point;
  readonly space: PlotSpace;
  readonly tone: MarkTone;
  readonly centre: Point | undefined;
};

function Member({ point, space, tone, centre }: MemberProps) {
  return (
    <g>
      {centre ? (
        <line
          x1={space.x(point.x)}
          y1={space.y(point.y)}
          x2={space.x(centre.x)}
          y2={space.y(centre.y)}
          className={SPOKES[tone]}
        />
      ) : null}
      <Dot at={point} space={space} tone={tone} radius={4.5} />
    </g>
  );
}

type CentreProps = {
  readonly centre: Point;
  readonly space: PlotSpace;
  readonly tone: MarkTone;
  readonly name: string;
};

function Centre({ centre, space, tone, name }: CentreProps) {
  return (
    <g
      className="transition-transform duration-200"
      style={{ transform: `translate(${space.x(centre.x)}px, ${space.y(centre.y)}px)` }}
    >
      <circle r={12} strokeWidth={3} className="fill-card" style={{ stroke: `var(--color-${tone})` }} />
      <text textAnchor="middle" y={4.5} className="chart-strong">
        {name}
      </text>
    </g>
  );
}

function ElbowPlot({ bends, k }: { readonly bends: readonly InertiaOfK[]; readonly k: number }) {
  const high = (bends[0]?.inertia ?? 1) * 1.08;
  const points = bends.map((one) => ({ x: one.k, y: one.inertia }));
  return (
    <Plot
      title="Best sum by number of clusters"
      label={`The sum of squared distances by k: ${bends.map((one) => `${one.k}, ${decimal(one.inertia, 0)}`).join('; ')}.`}
      x={{ title: 'Clusters (k)', low: 1, high: LARGEST_K, ticks: bends.map((one) => one.k) }}
      y={{ title: 'Sum of squared distances', low: 0, high }}
      height={140}
    >
      {(space) => (
        <>
          <Curve points={points} space={space} />
          {points.map((point) => (
            <Dot
              key={point.x}
              at={point}
              space={space}
              radius={point.x === k ? 7 : 4}
              tone={point.x === k ? 'ink' : 'accent'}
            />
          ))}
        </>
      )}
    </Plot>
  );
}
