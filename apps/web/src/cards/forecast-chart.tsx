import type { CardForecast } from '@cairn/contract';
import { ChartFrame, linear, ticks } from '@cairn/ui';
import { counted } from '../app/words.ts';

type Days = CardForecast['days'];
type Day = Days[number];

const HEIGHT = 190;
const BOTTOM = 150;
const LEFT = 34;

const PARTS = [
  { key: 'overdue', label: 'Overdue', fill: 'fill-warn', dot: 'bg-warn' },
  { key: 'onTime', label: 'Reviews', fill: 'fill-accent', dot: 'bg-accent' },
  { key: 'newCards', label: 'New cards', fill: 'fill-accent/40', dot: 'bg-accent/40' },
] as const;

const partsOf = ({ reviews, overdue, newCards }: Day) => ({ overdue, onTime: reviews - overdue, newCards });
const totalOf = ({ reviews, newCards }: Day) => reviews + newCards;

/** The load of the coming days; what is overdue stands on the first. */
export function ForecastChart({ days }: { readonly days: Days }) {
  const top = Math.max(4, ...days.map(totalOf));
  const minutes = Math.round(days.reduce((sum, day) => sum + day.minutes, 0) / Math.max(1, days.length));
  return (
    <ChartFrame
      title={`The next ${days.length} days: about ${counted(minutes, 'minute')} a day`}
      summary={`Bar chart of cards by day. ${days.map((day) => `${nameOf(day.day)}: ${totalOf(day)}`).join('; ')}.`}
      height={HEIGHT}
      table={{
        head: ['Day', 'Reviews', 'Overdue among them', 'New cards', 'Minutes'],
        rows: days.map((day) => [
          day.day,
          ...[day.reviews, day.overdue, day.newCards, Math.round(day.minutes)].map(String),
        ]),
      }}
      legend={<Legend />}
    >
      {(width) => {
        const y = linear([0, top], [BOTTOM, 8]);
        const step = (width - LEFT) / days.length;
        return (
          <>
            {ticks(0, top, 4)
              .filter(Number.isInteger)
              .map((value) => (
                <g key={value}>
                  <line x1={LEFT} x2={width} y1={y(value)} y2={y(value)} className="stroke-line" />
                  <text x={LEFT - 6} y={y(value) + 4} textAnchor="end">
                    {value}
                  </text>
                </g>
              ))}
            {days.map((day, index) => (
              <DayBar
                key={day.day}
                day={day}
                y={y}
                x={LEFT + index * step}
                step={step}
                isNamed={step > 40 || index % 2 === 0}
              />
            ))}
          </>
        );
      }}
    </ChartFrame>
  );
}

function Legend() {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-[0.94rem] text-muted">
      {PARTS.map(({ key, label, dot }) => (
        <li key={key} className="flex items-center gap-2">
          <span className={`size-3 rounded-sm ${dot}`} aria-hidden="true" />
          {label}
        </li>
      ))}
    </ul>
  );
}

type BarProps = {
  readonly day: Day;
  readonly y: (value: number) => number;
  readonly x: number;
  readonly step: number;
  readonly isNamed: boolean;
};

function DayBar({ day, y, x, step, isNamed }: BarProps) {
  const parts = partsOf(day);
  let base = 0;
  return (
    <g>
      {PARTS.map(({ key, fill }) => {
        const from = base;
        base += parts[key];
        const height = y(from) - y(base);
        return height > 0 ? (
          <rect
            key={key}
            x={x + step * 0.14}
            y={y(base)}
            width={step * 0.72}
            height={height}
            className={fill}
            rx={1.5}
          />
        ) : null;
      })}
      {isNamed ? (
        <text x={x + step / 2} y={BOTTOM + 17} textAnchor="middle">
          {nameOf(day.day)}
        </text>
      ) : null}
      {isNamed ? (
        <text x={x + step / 2} y={BOTTOM + 33} textAnchor="middle" className="fill-muted">
          {Number(day.day.slice(8))}
        </text>
      ) : null}
    </g>
  );
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

const nameOf = (day: string): string => WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
