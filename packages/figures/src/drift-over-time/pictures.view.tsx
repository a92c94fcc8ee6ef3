import { decimal } from '../number-words.ts';
import { Curve, Dot, Level, Name, Upright, type XY } from '../view/marks.tsx';
import { Plot, type PlotSpace } from '../view/plot.tsx';
import { AXIS, BIN, type Bin, binsOf, type Measures, type Setting, WEEKS } from './model.ts';

type OverTimeProps = { readonly measures: readonly Measures[]; readonly setting: Setting };

const WEEK_AXIS = { title: 'Week', low: 0, high: WEEKS - 1, ticks: [0, 5, 10, 15, 20, 25] };

/** The line up to the present week; a new training breaks it, for the index then compares with other rows. */
function pieces(measures: readonly Measures[], { week, retrained }: Setting, pick: (one: Measures) => number): XY[][] {
  const starts = [0, ...retrained.filter((one) => one < week).map((one) => one + 1)];
  return starts.map((start, at) =>
    measures
      .filter((one) => one.week >= start && one.week <= Math.min(week, (starts[at + 1] ?? WEEKS) - 1))
      .map((one) => ({ x: one.week, y: pick(one) })),
  );
}

export function IndexPlot({ measures, setting, onPick }: OverTimeProps & { readonly onPick: (week: number) => void }) {
  const { week, alarmAt, retrained } = setting;
  const now = measures[week];
  const high = Math.max(1.1, alarmAt * 1.15);
  const psi = pieces(measures, setting, (one) => one.psi);
  const ks = pieces(measures, setting, (one) => one.ks);
  return (
    <Plot
      label={`Population stability index up to week ${week}, where it is ${decimal(now?.psi ?? 0)}; the alarm lies at ${decimal(alarmAt)}.`}
      x={WEEK_AXIS}
      y={{ title: 'Distance from the training data', low: 0, high }}
      height={240}
      onPick={onPick}
    >
      {(space) => (
        <>
          <Trainings weeks={retrained} space={space} />
          <g clipPath={space.clip}>
            {ks.map((points) => (
              <Curve key={points[0]?.x ?? 'none'} points={points} space={space} tone="muted" />
            ))}
            {psi.map((points) => (
              <Curve key={points[0]?.x ?? 'none'} points={points} space={space} />
            ))}
          </g>
          <Level at={alarmAt} space={space} text="alarm" tone="warn" isLeft />
          <Upright at={week} space={space} tone="muted" />
          {now ? <Ends now={now} high={high} space={space} /> : null}
        </>
      )}
    </Plot>
  );
}

type EndsProps = { readonly now: Measures; readonly high: number; readonly space: PlotSpace };

function Ends({ now, high, space }: EndsProps) {
  const { week, psi, ks } = now;
  const isLate = week > WEEKS * 0.7;
  const side = { anchor: isLate ? ('end' as const) : ('start' as const), dx: isLate ? -11 : 11 };
  const isPsiAbove = psi >= ks;
  return (
    <g>
      <Dot at={{ x: week, y: ks }} space={space} tone="muted" />
      <Dot at={{ x: week, y: Math.min(psi, high) }} space={space} />
      <Name
        at={{ x: week, y: ks }}
        space={space}
        text={`KS ${decimal(ks)}`}
        tone="muted"
        {...side}
        dy={isPsiAbove ? 14 : -6}
      />
      <Name
        at={{ x: week, y: Math.min(psi, high) }}
        space={space}
        text={`PSI ${decimal(psi)}`}
        tone="accent"
        {...side}
        dy={isPsiAbove ? -6 : 14}
      />
    </g>
  );
}

function Trainings({ weeks, space }: { readonly weeks: readonly number[]; readonly space: PlotSpace }) {
  return weeks.map((week) => (
    <g key={week}>
      <Upright at={week} space={space} tone="good" isDashed />
      <text x={space.x(week) + 5} y={space.bottom - 6} className="chart-strong chart-halo fill-good">
        trained
      </text>
    </g>
  ));
}

export function ErrorPlot({ measures, setting }: OverTimeProps) {
  const { week, retrained } = setting;
  const now = measures[week];
  const first = measures.slice(0, week + 1).map((one) => ({ x: one.week, y: one.firstError }));
  const high = 1.1 * Math.max(0.9, ...measures.map((one) => Math.max(one.error, one.firstError)));
  const hasNew = retrained.some((one) => one < week);
  return (
    <Plot
      title="Error of the model"
      label={`Mean absolute error up to week ${week}: ${decimal(now?.error ?? 0)} now${hasNew ? `, ${decimal(now?.firstError ?? 0)} for the first model` : ''}.`}
      x={WEEK_AXIS}
      y={{ title: 'Mean absolute error', low: 0, high }}
      height={150}
    >
      {(space) => (
        <>
          <Trainings weeks={retrained} space={space} />
          <g clipPath={space.clip}>
            {hasNew ? <Curve points={first} space={space} tone="muted" isDashed isThin /> : null}
            {pieces(measures, setting, (one) => one.error).map((points) => (
              <Curve key={points[0]?.x ?? 'none'} points={points} space={space} />
            ))}
          </g>
          {now ? <Dot at={{ x: week, y: now.error }} space={space} /> : null}
          {hasNew ? (
            <Name
              at={{ x: week, y: now?.firstError ?? 0 }}
              space={space}
              text="first model"
              tone="muted"
              anchor="end"
              dx={-8}
              dy={-4}
            />
          ) : null}
        </>
      )}
    </Plot>
  );
}

type DistributionProps = {
  readonly trained: readonly number[];
  readonly now: readonly number[];
  readonly week: number;
};

const HIGH = 0.26;

/** What the model was trained on as an outline, this week's values as bars in front of it. */
export function DistributionPlot({ trained, now, week }: DistributionProps) {
  const meanOf = (xs: readonly number[]) => xs.reduce((sum, x) => sum + x, 0) / Math.max(1, xs.length);
  const [before, present] = [meanOf(trained), meanOf(now)];
  return (
    <Plot
      title="The feature"
      label={`Distribution of the feature: mean ${decimal(before, 1)} in the training data, ${decimal(present, 1)} in week ${week}.`}
      x={{ title: 'Value (standard deviations)', low: AXIS.low, high: AXIS.high, ticks: [-2, 0, 2, 4, 6] }}
      y={{ title: 'Share of rows (%)', low: 0, high: HIGH, format: (share) => `${Math.round(share * 100)}` }}
      height={150}
    >
      {(space) => (
        <>
          {binsOf(now).map(({ from, share }) => (
            <rect
              key={from}
              x={space.x(from) + 1}
              y={space.y(Math.min(HIGH, share))}
              width={Math.max(1, space.x(from + BIN) - space.x(from) - 2)}
              height={space.bottom - space.y(Math.min(HIGH, share))}
              className="fill-accent/55"
            />
          ))}
          <Curve points={outlineOf(binsOf(trained))} space={space} tone="ink" isThin />
          <Name at={{ x: before, y: 0.225 }} space={space} text="training" anchor="middle" />
          {present - before > 1.4 ? (
            <Name at={{ x: present, y: 0.225 }} space={space} text={`week ${week}`} tone="accent" anchor="middle" />
          ) : null}
        </>
      )}
    </Plot>
  );
}

const outlineOf = (bins: readonly Bin[]): XY[] =>
  bins.flatMap(({ from, share }) => [
    { x: from, y: share },
    { x: from + BIN, y: share },
  ]);
