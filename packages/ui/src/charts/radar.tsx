import { ChartFrame } from './chart-frame.tsx';

/** One direction of the radar, in the unit of the whole. */
export type RadarSpoke = {
  readonly label: string;
  readonly low: number;
  readonly estimate: number;
  readonly high: number;
  /** The value in words, for the table. */
  readonly text: string;
  /** Nothing was observed: the interval is what anybody's would be, and no point is drawn. */
  readonly isUnknown?: boolean;
};

type RadarProps = {
  title: string;
  unit: string;
  spokes: readonly RadarSpoke[];
  /** Value at the centre and at the rim. */
  min: number;
  max: number;
  /** The ring that matters. */
  ring: { readonly at: number; readonly label: string };
  format: (value: number) => string;
  labelHead: string;
};

const HEIGHT = 430;
const MIDDLE = 196;
const LARGEST = 145;
const LABEL_LETTERS = 17;
const LABEL_ROOM = LABEL_LETTERS * 6.6 + 10;

/** A shape with its interval around a centre: far out is good, a wide band is little known. Needs three spokes. */
export function Radar({ title, unit, spokes, min, max, ring, format, labelHead }: RadarProps) {
  return (
    <ChartFrame
      title={title}
      height={HEIGHT}
      summary={`${ring.label} at ${format(ring.at)}. ${spokes.map(({ label, text }) => `${label}: ${text}`).join('; ')}.`}
      table={{
        head: [labelHead, 'Low', `Estimate (${unit})`, 'High', 'In words'],
        rows: spokes.map(({ label, low, estimate, high, text, isUnknown }) => [
          label,
          format(low),
          isUnknown ? '–' : format(estimate),
          format(high),
          text,
        ]),
      }}
    >
      {(width) => {
        const radius = Math.max(50, Math.min(LARGEST, width / 2 - LABEL_ROOM));
        const place = placing({ width, radius, count: spokes.length, min, max });
        return (
          <>
            <Grid spokes={spokes} place={place} values={[min, (min + max) / 2, max]} />
            <Scale place={place} values={[ring.at, max]} format={format} />
            <path d={bandPath(spokes, place)} fillRule="evenodd" className="fill-accent/25" />
            <path
              d={polygon(spokes.map((_, spoke) => place(spoke, ring.at)))}
              className="fill-none stroke-ink"
              strokeWidth={2}
            />
            <path
              d={shapePath(spokes, place)}
              className="fill-none stroke-accent"
              strokeWidth={2.5}
              strokeLinecap="round"
            />
            {spokes.map((spoke, index) => (
              <SpokeMark
                key={spoke.label}
                spoke={spoke}
                at={place(index, spoke.estimate)}
                rim={place(index, max, 12)}
              />
            ))}
            <RadarLegend ring={ring.label} width={width} />
          </>
        );
      }}
    </ChartFrame>
  );
}

type Point = { readonly x: number; readonly y: number };
type Place = (spoke: number, value: number, beyond?: number) => Point;

type Placing = { width: number; radius: number; count: number; min: number; max: number };

/** The first spoke points up, the others follow clockwise. */
function placing({ width, radius, count, min, max }: Placing): Place {
  return (spoke, value, beyond = 0) => {
    const share = Math.max(0, Math.min(1, (value - min) / (max - min)));
    const angle = (2 * Math.PI * spoke) / Math.max(1, count) - Math.PI / 2;
    const away = share * radius + beyond;
    return { x: width / 2 + away * Math.cos(angle), y: MIDDLE + away * Math.sin(angle) };
  };
}

const polygon = (points: readonly Point[]): string =>
  points.length === 0 ? '' : `M${points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;

const bandPath = (spokes: readonly RadarSpoke[], place: Place): string =>
  polygon(spokes.map(({ high }, spoke) => place(spoke, high))) +
  polygon(spokes.map(({ low }, spoke) => place(spoke, low)));

/** The line between estimates that stand side by side; where nothing was observed it breaks off. */
function shapePath(spokes: readonly RadarSpoke[], place: Place): string {
  return spokes
    .map((spoke, index) => {
      const next = (index + 1) % spokes.length;
      const beside = spokes[next];
      if (!beside || spoke.isUnknown || beside.isUnknown) return '';
      const [from, to] = [place(index, spoke.estimate), place(next, beside.estimate)];
      return `M${from.x.toFixed(1)} ${from.y.toFixed(1)}L${to.x.toFixed(1)} ${to.y.toFixed(1)}`;
    })
    .join('');
}

function Grid({ spokes, place, values }: { spokes: readonly RadarSpoke[]; place: Place; values: readonly number[] }) {
  const [min = 0] = values;
  return (
    <g className="fill-none stroke-line">
      {values.slice(1).map((value) => (
        <path key={value} d={polygon(spokes.map((_, spoke) => place(spoke, value)))} />
      ))}
      {spokes.map(({ label }, spoke) => {
        const [from, to] = [place(spoke, min), place(spoke, values.at(-1) ?? min)];
        return <path key={label} d={`M${from.x} ${from.y}L${to.x} ${to.y}`} />;
      })}
    </g>
  );
}

/** Numbers beside the first spoke, at the ring that matters and at the rim. */
function Scale({
  place,
  values,
  format,
}: {
  place: Place;
  values: readonly number[];
  format: (value: number) => string;
}) {
  return (
    <g>
      {values.map((value) => {
        const { x, y } = place(0, value);
        return (
          <text key={value} x={x + 5} y={y + 13} className="chart-halo">
            {format(value)}
          </text>
        );
      })}
    </g>
  );
}

function SpokeMark({ spoke, at, rim }: { spoke: RadarSpoke; at: Point; rim: Point }) {
  const lines = wrapped(spoke.label, LABEL_LETTERS);
  const middle = rim.x - at.x;
  const anchor = Math.abs(middle) < 8 && Math.abs(rim.y - at.y) > 8 ? 'middle' : middle > 0 ? 'start' : 'end';
  const rows = lines.length - 1;
  const above = rim.y < MIDDLE;
  const first = rim.y + (anchor === 'middle' ? (above ? 4 - rows * 16 : 12) : 4 - rows * 8);
  return (
    <g>
      {spoke.isUnknown ? null : (
        <circle cx={at.x} cy={at.y} r={5.5} className="fill-accent stroke-card" strokeWidth={2} />
      )}
      {lines.map((line, row) => (
        <text key={line} x={rim.x} y={first + row * 16} textAnchor={anchor} className="chart-strong chart-halo">
          {line}
        </text>
      ))}
    </g>
  );
}

function RadarLegend({ ring, width }: { ring: string; width: number }) {
  const y = HEIGHT - 10;
  const start = Math.max(4, width / 2 - 170);
  return (
    <g>
      <path d={`M${start} ${y - 4}h22`} className="stroke-ink" strokeWidth={2} />
      <text x={start + 28} y={y}>
        {ring}
      </text>
      <path d={`M${start + 130} ${y - 4}h22`} className="stroke-accent" strokeWidth={2.5} />
      <text x={start + 158} y={y}>
        You
      </text>
      <rect x={start + 206} y={y - 11} width={22} height={13} className="fill-accent/25" />
      <text x={start + 234} y={y}>
        80 % interval
      </text>
    </g>
  );
}

/** Words in lines of at most `letters`, three lines at most; what does not fit ends in an ellipsis. */
export function wrapped(text: string, letters: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length <= 3 ? lines : [...lines.slice(0, 2), `${lines[2]}…`];
}
