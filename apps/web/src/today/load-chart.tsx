import type { Today } from '@cairn/contract';
import { ChartFrame, linear } from '@cairn/ui';
import { dayInWords } from '../app/words.ts';
import { loadText, timeText } from './today-words.ts';

const HEIGHT = 190;
const BOTTOM = 44;
const TOP = 22;
const WEEKDAYS = ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'];

type Load = Today['load'];

/** What the coming two weeks ask for: the plan, and on top of it the cards that fall due. */
export function LoadChart({ load }: { load: Load }) {
  const most = Math.max(30, ...load.map(({ planned, cards }) => planned + cards));
  return (
    <ChartFrame
      title="The next two weeks"
      summary={loadText(load)}
      height={HEIGHT}
      table={{
        head: ['Day', 'Plan', 'Cards'],
        rows: load.map(({ day, planned, cards, isExamDay }) => [
          `${dayInWords(day)}${isExamDay ? ' (exam)' : ''}`,
          timeText(planned),
          timeText(cards),
        ]),
      }}
      legend={<Legend />}
    >
      {(width) => {
        const step = width / load.length;
        const y = linear([0, most], [HEIGHT - BOTTOM, TOP]);
        return load.map((day, index) => <DayBar key={day.day} load={day} x={index * step} step={step} y={y} />);
      }}
    </ChartFrame>
  );
}

type DayBarProps = {
  readonly load: Load[number];
  readonly x: number;
  readonly step: number;
  readonly y: (minutes: number) => number;
};

function DayBar({ load: { day, planned, cards, isExamDay }, x, step, y }: DayBarProps) {
  const middle = x + step / 2;
  const left = x + step * 0.14;
  const width = step * 0.72;
  const total = planned + cards;
  const weekday = WEEKDAYS[new Date(day).getUTCDay()];
  return (
    <g>
      <rect x={left} width={width} y={y(planned)} height={y(0) - y(planned)} className="fill-accent" />
      <rect
        x={left + 0.5}
        width={Math.max(0, width - 1)}
        y={y(total)}
        height={y(planned) - y(total)}
        className="fill-accent-soft stroke-accent"
      />
      <line x1={x} x2={x + step} y1={y(0)} y2={y(0)} className="stroke-line" />
      {total > 0 ? (
        <text x={middle} y={y(total) - 6} textAnchor="middle">
          {total}
        </text>
      ) : null}
      <text x={middle} y={HEIGHT - BOTTOM + 17} textAnchor="middle" className={isExamDay ? 'chart-strong' : undefined}>
        {weekday}
      </text>
      <text x={middle} y={HEIGHT - BOTTOM + 35} textAnchor="middle" className={isExamDay ? 'chart-strong' : undefined}>
        {Number(day.slice(8))}
      </text>
    </g>
  );
}

function Legend() {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-[0.94rem] text-muted">
      <span className="inline-flex items-center gap-1.5">
        <svg viewBox="0 0 12 12" className="size-3" aria-hidden="true">
          <rect width="12" height="12" className="fill-accent" />
        </svg>
        Minutes of the plan
      </span>
      <span className="inline-flex items-center gap-1.5">
        <svg viewBox="0 0 12 12" className="size-3" aria-hidden="true">
          <rect x="0.5" y="0.5" width="11" height="11" className="fill-accent-soft stroke-accent" />
        </svg>
        Cards, overdue ones counted
      </span>
    </div>
  );
}
