import type { Today } from '@cairn/contract';
import { ChartFrame } from '@cairn/ui';
import { counted, dayInWords } from '../app/words.ts';
import { useIsNarrow } from '../exam/use-is-narrow.ts';
import { monthsOf, weeksOf } from './heat-map.ts';
import { timeText } from './today-words.ts';

/** A shade is the same in every month: from 1, 15, 30 and 60 minutes on. */
const LEVELS = [
  'fill-sunken stroke-line',
  'fill-accent/25',
  'fill-accent/50',
  'fill-accent/75',
  'fill-accent',
] as const;
const LEVEL_WORDS = ['nothing', 'from 1', '15', '30', '60 minutes'] as const;

const SMALLEST = 13;
const LARGEST = 22;
const LEFT = 36;
const TOP = 20;

/** The last year, a square a day, a column a week. A narrow page shows as many weeks as have room. */
export function HeatMapChart({ heatMap: { days, minutes, activeDays } }: Pick<Today, 'heatMap'>) {
  const weeks = weeksOf(days);
  const months = monthsOf(days);
  const tallest = useIsNarrow() ? SMALLEST : LARGEST;
  return (
    <ChartFrame
      title="Time you learned, day by day"
      summary={`${counted(activeDays, 'day')} with ${timeText(minutes)} in the last year.`}
      height={TOP + 7 * tallest}
      table={{
        head: ['Month', 'Days', 'Time'],
        rows: months.map(({ name, activeDays: active, minutes: sum }) => [name, String(active), timeText(sum)]),
      }}
      legend={<Legend />}
    >
      {(width) => {
        const step = Math.max(SMALLEST, Math.min(tallest, (width - LEFT) / weeks.length));
        const shown = weeks.slice(-Math.floor((width - LEFT) / step));
        return (
          <>
            {['Mon', 'Wed', 'Fri'].map((name, index) => (
              <text key={name} x={0} y={TOP + (2 * index + 0.75) * step}>
                {name}
              </text>
            ))}
            {shown.map((week, column) => (
              <Week key={week.days[0]?.day} week={week} x={LEFT + column * step} step={step} isFirst={column === 0} />
            ))}
          </>
        );
      }}
    </ChartFrame>
  );
}

type WeekProps = {
  readonly week: ReturnType<typeof weeksOf>[number];
  readonly x: number;
  readonly step: number;
  readonly isFirst: boolean;
};

function Week({ week, x, step, isFirst }: WeekProps) {
  return (
    <g>
      {week.monthName && !isFirst ? (
        <text x={x} y={13}>
          {week.monthName}
        </text>
      ) : null}
      {week.days.map(({ day, minutes, level }, row) => (
        <rect
          key={day}
          x={x}
          y={TOP + row * step}
          width={step - 2.5}
          height={step - 2.5}
          rx={2.5}
          strokeWidth={level === 0 ? 1 : 0}
          className={LEVELS[level] ?? LEVELS[0]}
        >
          <title>{`${dayInWords(day)}: ${timeText(minutes)}`}</title>
        </rect>
      ))}
    </g>
  );
}

function Legend() {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.94rem] text-muted">
      {LEVELS.map((look, level) => (
        <span key={look} className="inline-flex items-center gap-1.5">
          <svg viewBox="0 0 12 12" className="size-3" aria-hidden="true">
            <rect x="0.5" y="0.5" width="11" height="11" rx="2" className={look} strokeWidth={level === 0 ? 1 : 0} />
          </svg>
          {LEVEL_WORDS[level]}
        </span>
      ))}
    </div>
  );
}
