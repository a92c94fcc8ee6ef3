import { ChartFrame } from './chart-frame.tsx';
import { dayNumber, linear, monthTicks } from './scale.ts';

export type TimelineKind = 'study' | 'exam' | 'renewal' | 'milestone';

export type TimelineItem = {
  readonly id: string;
  readonly kind: TimelineKind;
  readonly label: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly note?: string;
  readonly done?: boolean;
};

/** A date that belongs to the world and not to the plan: today, a beta's end, a retirement. */
export type TimelineMark = { readonly on: string; readonly label: string; readonly tone: 'today' | 'warn' };

type TimelineProps = { title: string; items: readonly TimelineItem[]; marks: readonly TimelineMark[] };

const ROW = 44;
const AXIS = 26;
const MARK = 20;
const KIND_NAMES: Record<TimelineKind, string> = {
  study: 'Study',
  exam: 'Exam',
  renewal: 'Renewal',
  milestone: 'Date',
};

export function Timeline({ title, items, marks }: TimelineProps) {
  const days = [...items.flatMap(({ startsOn, endsOn }) => [startsOn, endsOn]), ...marks.map(({ on }) => on)].sort();
  const from = days[0] ?? '1970-01-01';
  const to = days.at(-1) ?? from;
  const head = AXIS + marks.length * MARK + 6;
  const height = head + items.length * ROW + 6;
  return (
    <ChartFrame
      title={title}
      height={height}
      summary={items
        .map(sentence)
        .concat(marks.map(({ on, label }) => `${label}: ${on}.`))
        .join(' ')}
      table={{
        head: ['Kind', 'What', 'From', 'To', 'Note'],
        rows: [
          ...items.map(({ kind, label, startsOn, endsOn, note }) => [
            KIND_NAMES[kind],
            label,
            startsOn,
            endsOn,
            note ?? '',
          ]),
          ...marks.map(({ on, label }) => ['Mark', label, on, on, '']),
        ],
      }}
    >
      {(width) => {
        const scale = linear([dayNumber(from), Math.max(dayNumber(to), dayNumber(from) + 7)], [10, width - 12]);
        const x = (day: string) => scale(dayNumber(day));
        return (
          <>
            <Months days={monthTicks(from, to, Math.floor(width / 74))} x={x} height={height} width={width} />
            {marks.map((mark, index) => (
              <MarkLine
                key={mark.label}
                mark={mark}
                x={x(mark.on)}
                y={AXIS + index * MARK}
                height={height}
                width={width}
              />
            ))}
            {items.map((item, row) => (
              <ItemRow key={item.id} item={item} x={x} y={head + row * ROW} width={width} />
            ))}
          </>
        );
      }}
    </ChartFrame>
  );
}

const sentence = ({ kind, label, startsOn, endsOn, done }: TimelineItem) =>
  `${KIND_NAMES[kind]}: ${label}, ${startsOn === endsOn ? startsOn : `${startsOn} to ${endsOn}`}${done ? ', done' : ''}.`;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

type MonthsProps = { days: readonly string[]; x: (day: string) => number; height: number; width: number };

/** About what "Sep 2027" takes; a month nearer to the edge keeps its line and loses its name. */
const MONTH_NAME_WIDTH = 62;

function Months({ days, x, height, width }: MonthsProps) {
  return (
    <g>
      {days.map((day) => (
        <g key={day}>
          <line x1={x(day)} x2={x(day)} y1={18} y2={height} className="stroke-line" />
          {x(day) > width - MONTH_NAME_WIDTH ? null : (
            <text x={x(day) + 3} y={13}>
              {`${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

type MarkLineProps = { mark: TimelineMark; x: number; y: number; height: number; width: number };

function MarkLine({ mark, x, y, height, width }: MarkLineProps) {
  const isToday = mark.tone === 'today';
  const anchor = x > width / 2 ? 'end' : 'start';
  return (
    <g>
      <line
        x1={x}
        x2={x}
        y1={y}
        y2={height}
        className={isToday ? 'stroke-ink' : 'stroke-warn'}
        strokeWidth={1.5}
        strokeDasharray={isToday ? undefined : '5 4'}
      />
      <text
        x={x + (anchor === 'end' ? -6 : 6)}
        y={y + 12}
        textAnchor={anchor}
        className={isToday ? 'chart-strong' : 'chart-warn'}
      >
        {mark.label}
      </text>
    </g>
  );
}

function ItemRow({ item, x, y, width }: { item: TimelineItem; x: (day: string) => number; y: number; width: number }) {
  const start = x(item.startsOn);
  const end = Math.max(x(item.endsOn), start + 3);
  const words = `${item.done ? '✓ ' : ''}${item.label}`;
  // Text that would leave the picture on the right is set to end where its bar ends.
  const anchorsEnd = start + words.length * 6.8 > width;
  const room = Math.floor((anchorsEnd ? Math.min(width, end + 8) : width - start) / 6.6);
  return (
    <g>
      <text
        x={anchorsEnd ? Math.min(width, end + 8) : start}
        y={y + 14}
        textAnchor={anchorsEnd ? 'end' : 'start'}
        className="chart-strong chart-halo"
      >
        {words.length > room ? `${words.slice(0, Math.max(6, room - 1))}…` : words}
      </text>
      {item.kind === 'study' ? (
        <rect
          x={start}
          y={y + 21}
          width={end - start}
          height={12}
          rx={6}
          className={item.done ? 'fill-muted' : 'fill-accent'}
        />
      ) : (
        <Point kind={item.kind} x={start} y={y + 27} isDone={item.done ?? false} />
      )}
    </g>
  );
}

/** An exam is a stone, a renewal a ring, any other date a diamond: shape, not colour, tells them apart. */
function Point({
  kind,
  x,
  y,
  isDone,
}: {
  kind: Exclude<TimelineKind, 'study'>;
  x: number;
  y: number;
  isDone: boolean;
}) {
  const fill = isDone ? 'fill-muted' : 'fill-ink';
  switch (kind) {
    case 'exam':
      return <ellipse cx={x} cy={y} rx={10} ry={7} className={fill} />;
    case 'renewal':
      return <circle cx={x} cy={y} r={6} className="fill-none stroke-accent" strokeWidth={2.5} />;
    case 'milestone':
      return <path d={`M${x} ${y - 7}l7 7-7 7-7-7Z`} className={isDone ? 'fill-muted' : 'fill-warn'} />;
  }
}
