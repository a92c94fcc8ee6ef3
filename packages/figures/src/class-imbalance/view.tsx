import { Slider } from '@cairn/ui';
import { FigureFrame } from '../view/frame.tsx';
import { Curve, Dot, Name, Upright } from '../view/marks.tsx';
import { Plot, type PlotSpace } from '../view/plot.tsx';
import { type FigureProps, useSetting } from '../view/use-setting.ts';
import { AlarmBar } from './alarm-bar.view.tsx';
import {
  BEGIN,
  countsOf,
  METRICS,
  type Metric,
  NOTCHES,
  notchOf,
  prevalenceAt,
  type Scores,
  type Setting,
  scoresOf,
} from './model.ts';
import { inWords, rowsOf, scoreText, sentence, shareText, TITLE } from './words.ts';

export function ClassImbalanceView({ params, caption }: FigureProps<Setting>) {
  const { setting, change, reset, isChanged } = useSetting(BEGIN, params);
  const counts = countsOf(setting);
  const scores = scoresOf(counts);
  return (
    <FigureFrame
      title={TITLE}
      caption={caption}
      sentence={sentence(setting, counts, scores)}
      onReset={reset}
      isChanged={isChanged}
      words={{
        text: inWords(setting),
        table: { head: ['Metric', 'The detector', 'Always “no”'], rows: rowsOf(setting) },
      }}
      controls={<Controls setting={setting} change={change} />}
      more={<AlarmBar counts={counts} positives={setting.positives} />}
    >
      <MetricsPlot setting={setting} scores={scores} />
    </FigureFrame>
  );
}

type ControlsProps = { readonly setting: Setting; readonly change: (part: Partial<Setting>) => void };

function Controls({ setting, change }: ControlsProps) {
  return (
    <>
      <Slider
        label={`Share of ${setting.positives}`}
        value={notchOf(setting.prevalence)}
        min={0}
        max={NOTCHES}
        text={shareText(setting.prevalence)}
        onChange={(notch) => change({ prevalence: prevalenceAt(notch) })}
      />
      <Slider
        label="Recall"
        value={Math.round(setting.recall * 100)}
        min={0}
        max={100}
        text={shareText(setting.recall)}
        onChange={(value) => change({ recall: value / 100 })}
      />
      <Slider
        label="False alarm rate"
        value={Math.round(setting.falseAlarmRate * 200)}
        min={0}
        max={60}
        text={shareText(setting.falseAlarmRate)}
        onChange={(value) => change({ falseAlarmRate: value / 200 })}
      />
    </>
  );
}

const GRID: readonly number[] = Array.from({ length: NOTCHES + 1 }, (_, notch) => prevalenceAt(notch));
const log = (prevalence: number): number => Math.log10(prevalence);
const TONES: Record<Metric, 'accent' | 'ink' | 'muted' | 'good'> = {
  accuracy: 'ink',
  precision: 'accent',
  recall: 'muted',
  F1: 'good',
};
/** Where along the axis each curve is named, so that the names do not meet. */
const NAMED_AT: Record<Metric, number> = { accuracy: 0.0012, precision: 0.06, recall: 0.0012, F1: 0.02 };

function MetricsPlot({ setting, scores }: { readonly setting: Setting; readonly scores: Scores }) {
  const told = METRICS.map((metric) => `${metric} ${scoreText(scores[metric])}`).join(', ');
  return (
    <Plot
      label={`Four metrics of the same detector by the share of ${setting.positives}. At ${shareText(setting.prevalence)}: ${told}.`}
      x={{
        title: `Share of ${setting.positives} (logarithmic)`,
        low: log(0.001),
        high: log(0.5),
        ticks: [0.001, 0.01, 0.1, 0.5].map(log),
        format: (value) => shareText(Number((10 ** value).toPrecision(2))),
      }}
      y={{
        title: 'Metric (%)',
        low: 0,
        high: 1.1,
        ticks: [0, 0.25, 0.5, 0.75, 1],
        format: (value) => `${value * 100}`,
      }}
      height={260}
    >
      {(space) => (
        <>
          <Upright at={log(setting.prevalence)} space={space} tone="muted" />
          <Curve points={GRID.map((x) => ({ x: log(x), y: 1 - x }))} space={space} tone="warn" isDashed />
          <Name at={{ x: log(0.0012), y: 1 }} space={space} text="accuracy of always “no”" tone="warn" dy={-6} />
          {METRICS.map((metric) => (
            <MetricCurve key={metric} metric={metric} setting={setting} now={scores[metric]} space={space} />
          ))}
        </>
      )}
    </Plot>
  );
}

type MetricCurveProps = {
  readonly metric: Metric;
  readonly setting: Setting;
  readonly now: number | undefined;
  readonly space: PlotSpace;
};

function MetricCurve({ metric, setting, now, space }: MetricCurveProps) {
  const valueAt = (prevalence: number) => scoresOf(countsOf({ ...setting, prevalence }))[metric];
  const points = GRID.flatMap((prevalence) => {
    const y = valueAt(prevalence);
    return y === undefined ? [] : [{ x: log(prevalence), y }];
  });
  const named = NAMED_AT[metric];
  const y = valueAt(named);
  return (
    <g>
      <Curve points={points} space={space} tone={TONES[metric]} />
      {y === undefined ? null : (
        <Name
          at={{ x: log(named), y }}
          space={space}
          text={metric}
          tone={TONES[metric]}
          anchor={metric === 'F1' ? 'end' : 'start'}
          dx={metric === 'precision' ? 8 : metric === 'F1' ? -8 : 0}
          dy={metric === 'F1' ? -4 : 18}
        />
      )}
      {now === undefined ? null : (
        <Dot at={{ x: log(setting.prevalence), y: now }} space={space} tone={TONES[metric]} />
      )}
    </g>
  );
}
