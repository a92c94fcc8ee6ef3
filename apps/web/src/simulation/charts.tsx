import { BottomAxis, ChartFrame, LineChart, linear, ticks } from '@cairn/ui';
import { logits, percent } from './findings.ts';
import type { Simulation } from './simulation.ts';

type ChartProps = { readonly simulation: Simulation };

const HEAD = 30;
const PLOT = 170;
/** Room for the numbers of the upright axis. */
const LEFT = 34;

/** Where the estimates fall: bars left of the line are called not ready, those from it on ready. */
export function EstimateChart({ simulation }: ChartProps) {
  const { estimates, setting, candidates, middleHalf } = simulation;
  const isOne = setting.truth === 'one';
  const shown = isOne ? [setting.cut, setting.ability] : [setting.cut];
  const low = Math.min(...estimates.map(({ from }) => from), ...shown) - 0.2;
  const high = Math.max(...estimates.map(({ to }) => to), ...shown) + 0.2;
  const top = Math.max(...estimates.map(({ share }) => share));
  const bottom = HEAD + PLOT;
  return (
    <ChartFrame
      title={`Estimated ability after ${setting.answers} answers`}
      height={bottom + 42}
      summary={`Histogram of ${candidates} estimates. Half lie between ${logits(middleHalf[0])} and ${logits(middleHalf[1])} logits; the line for ready is at ${logits(setting.cut)}.`}
      table={{
        head: ['From (logits)', 'To (logits)', 'Share of candidates'],
        rows: estimates.map(({ from, to, share }) => [logits(from), logits(to), percent(share)]),
      }}
    >
      {(width) => {
        const x = linear([low, high], [LEFT, width - 6]);
        const y = linear([0, top], [bottom, HEAD + 24]);
        return (
          <>
            <BottomAxis
              values={ticks(low, high, width < 480 ? 4 : 8)}
              x={x}
              top={HEAD}
              bottom={bottom}
              text={logits}
              unit="Estimated ability (logits)"
              width={width}
            />
            <text x={0} y={14}>
              Share of candidates (%)
            </text>
            {ticks(0, top, 4).map((share) => (
              <g key={share}>
                <line x1={LEFT} x2={width - 6} y1={y(share)} y2={y(share)} className="stroke-line" />
                <text x={LEFT - 6} y={y(share) + 4.5} textAnchor="end">
                  {Math.round(share * 100)}
                </text>
              </g>
            ))}
            {estimates.map(({ from, to, share }) => (
              <rect
                key={from}
                x={x(from) + 1}
                y={y(share)}
                width={Math.max(1, x(to) - x(from) - 2)}
                height={bottom - y(share)}
                rx={2}
                className={(from + to) / 2 >= setting.cut ? 'fill-accent' : 'fill-muted/60'}
              />
            ))}
            <Mark x={x(setting.cut)} y={34} bottom={bottom} label="Line for “ready”" width={width} />
            {isOne && Math.abs(setting.ability - setting.cut) > 0.05 ? (
              <Mark x={x(setting.ability)} y={50} bottom={bottom} label="True ability" width={width} isDashed />
            ) : null}
          </>
        );
      }}
    </ChartFrame>
  );
}

type MarkProps = { x: number; y: number; bottom: number; label: string; width: number; isDashed?: boolean };

function Mark({ x, y, bottom, label, width, isDashed = false }: MarkProps) {
  const isLeft = x > width / 2;
  return (
    <g>
      <line
        x1={x}
        x2={x}
        y1={y - 8}
        y2={bottom}
        className="stroke-ink"
        strokeWidth={2}
        {...(isDashed && { strokeDasharray: '5 4' })}
      />
      <text x={x + (isLeft ? -6 : 6)} y={y} textAnchor={isLeft ? 'end' : 'start'} className="chart-strong chart-halo">
        {label}
      </text>
    </g>
  );
}

/** The curve that every test has: flat where it cannot tell, steep only near the line. */
export function CallingChart({ simulation }: ChartProps) {
  const { calling, setting } = simulation;
  return (
    <LineChart
      title={`Who is called ready after ${setting.answers} answers`}
      summary={`Share that is called ready, by true ability: ${calling
        .filter(({ theta }) => Number.isInteger(2 * (theta - setting.cut)))
        .map(({ theta, share }) => `${logits(theta)} logits, ${percent(share)}`)
        .join('; ')}.`}
      x={{ title: 'True ability (logits)', format: logits, min: setting.cut - 2, max: setting.cut + 2 }}
      y={{ title: 'Called ready (%)', format: (share) => `${Math.round(share * 100)}`, min: 0, max: 1 }}
      series={[
        {
          label: 'Called ready',
          look: 'line',
          points: calling.map(({ theta, share }) => ({ x: theta, y: share })),
        },
      ]}
      lines={[{ axis: 'x', at: setting.cut, label: 'Line for “ready”' }]}
    />
  );
}

/** What a diagnosis asks. */
const DIAGNOSIS = { from: 15, to: 30, label: '' };

export function PrecisionChart({ simulation }: ChartProps) {
  const { precision, setting } = simulation;
  const at = precision.find(({ answers }) => answers === setting.answers);
  return (
    <LineChart
      title="How the error shrinks with the number of answers"
      summary={`The error falls fast at first and then slowly. At ${setting.answers} answers it is ${at?.actual.toFixed(2)} logits, and ${at?.reported.toFixed(2)} are reported.`}
      x={{ title: 'Answers', min: 0, max: 200 }}
      y={{ title: 'Error (logits)', min: 0, format: (value) => value.toFixed(1) }}
      series={[
        { label: 'True error', points: precision.map(({ answers, actual }) => ({ x: answers, y: actual })) },
        {
          label: 'Reported standard error',
          look: 'dashed',
          tone: 'ink',
          points: precision.map(({ answers, reported }) => ({ x: answers, y: reported })),
        },
      ]}
      regions={[DIAGNOSIS]}
      lines={[{ axis: 'x', at: setting.answers, label: `${setting.answers} answers` }]}
    />
  );
}
