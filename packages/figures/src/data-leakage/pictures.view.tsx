import { useWidth } from '@cairn/ui';
import { percent } from '../number-words.ts';
import { Plot } from '../view/plot.tsx';
import { CUSTOMERS, gridOrder, MONTHS, type Part, partOf, type Scores, type SplitBy } from './model.ts';

const ORDER = gridOrder('split:0');
const CELLS = Array.from({ length: CUSTOMERS * MONTHS }, (_, cell) => ({
  customer: Math.floor(cell / MONTHS),
  month: cell % MONTHS,
}));

const FILLS: Record<Part, string> = {
  training: 'fill-muted/40',
  validation: 'fill-warn/70',
  test: 'fill-accent',
  unused: 'fill-none stroke-line',
};
const PARTS: readonly Part[] = ['training', 'validation', 'test', 'unused'];

/** Every row of the year as a cell: which customer, which month, and where the split puts it. */
export function SplitGrid({ split }: { readonly split: SplitBy }) {
  const parts = CELLS.map((cell) => partOf(cell, split, ORDER));
  const counts = PARTS.map((part) => ({ part, count: parts.filter((one) => one === part).length }));
  const told = counts.filter(({ count }) => count > 0);
  return (
    <div className="grid min-w-0 gap-1">
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-[0.94rem] text-muted">
        {told.map(({ part, count }) => (
          <li key={part} className="flex items-center gap-1.5">
            <svg viewBox="0 0 14 14" className="size-3.5" aria-hidden="true">
              <rect x={1} y={1} width={12} height={12} rx={2} className={FILLS[part]} />
            </svg>
            {count} {part}
          </li>
        ))}
      </ul>
      <Plot
        label={`Thirty customers by twelve months: ${told.map(({ part, count }) => `${count} rows ${part}`).join(', ')}.`}
        x={{ title: 'Month', low: 0.5, high: MONTHS + 0.5, ticks: [1, 3, 6, 9, 12] }}
        y={{ title: 'Customer', low: CUSTOMERS + 0.5, high: 0.5, ticks: [1, 10, 20, 30] }}
        height={250}
      >
        {(space) => {
          const wide = space.x(2) - space.x(1);
          const tall = space.y(2) - space.y(1);
          const cells = CELLS.map(({ customer, month }, cell) => (
            <rect
              key={`${customer}-${month}`}
              x={space.x(month + 1) - wide / 2 + 1.5}
              y={space.y(customer + 1) - tall / 2 + 1}
              width={Math.max(1, wide - 3)}
              height={Math.max(1, tall - 2)}
              rx={1.5}
              className={FILLS[parts[cell] ?? 'unused']}
            />
          ));
          return (
            <>
              <rect
                x={space.left}
                y={space.top}
                width={space.right - space.left}
                height={space.bottom - space.top}
                className="fill-card"
              />
              {cells}
            </>
          );
        }}
      </Plot>
    </div>
  );
}

/** The promise above the truth, on one scale. */
export function ScoreBars({ scores }: { readonly scores: Scores }) {
  const [box, width] = useWidth();
  const { measured, actual } = scores;
  const right = width - 54;
  return (
    <div ref={box} className="min-w-0 overflow-hidden">
      <svg
        role="img"
        aria-label={`Share right: ${percent(measured)} on the test set, ${percent(actual)} in use.`}
        className="chart block"
        width={width}
        height={122}
        viewBox={`0 0 ${width} 122`}
      >
        <Bar y={0} name="Right on the test set: what you report" share={measured} width={right} fill="fill-accent" />
        <Bar y={52} name="Right for new customers, the months after" share={actual} width={right} fill="fill-ink" />
        <path d={`M${right * 0.5} 19v22m0 28v33`} className="stroke-muted" strokeDasharray="3 3" />
        <text x={right * 0.5} y={114} textAnchor="middle">
          a coin: 50 %
        </text>
      </svg>
    </div>
  );
}

type BarProps = {
  readonly y: number;
  readonly name: string;
  readonly share: number;
  readonly width: number;
  readonly fill: string;
};

function Bar({ y, name, share, width, fill }: BarProps) {
  return (
    <g>
      <text x={0} y={y + 14}>
        {name}
      </text>
      <rect x={0} y={y + 21} width={width} height={18} rx={3} className="fill-sunken" />
      <rect x={0} y={y + 21} width={Math.max(0, width * share)} height={18} rx={3} className={fill} />
      <text x={width + 8} y={y + 35} className="chart-strong">
        {percent(share)}
      </text>
    </g>
  );
}
