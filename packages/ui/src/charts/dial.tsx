import { ChartFrame } from './chart-frame.tsx';

/** A probability with its interval, all in [0, 1]. */
export type DialReading = { readonly estimate: number; readonly low: number; readonly high: number };

type DialProps = {
  title: string;
  /** Nothing where too little is known: the dial then stays empty, and says `emptyText`. */
  reading: DialReading | undefined;
  /** What the band is, as in "80 % band". */
  bandName: string;
  emptyText?: string;
};

const HEIGHT = 226;
const BASE = 178;
const LARGEST = 140;
/** Room beside the arc for the words at its ends. */
const MARGIN = 26;
const THICK = 18;

const percent = (share: number): string => `${Math.round(share * 100)}`;

/** Certainty is not on offer: the ends are said as what they are. */
export function chanceText(share: number): string {
  if (share >= 0.995) return 'over 99 %';
  return share < 0.005 ? 'under 1 %' : `${percent(share)} %`;
}

/** A chance as a bearing on half a compass: the needle is the estimate, the arc around it how sure it is. */
export function Dial({ title, reading, bandName, emptyText = 'Not enough evidence yet' }: DialProps) {
  return (
    <ChartFrame
      title={title}
      height={HEIGHT}
      summary={reading ? `${chanceText(reading.estimate)}. ${bandName}: ${bandText(reading)}.` : `${emptyText}.`}
      table={{
        head: ['What', 'Chance'],
        rows: reading
          ? [
              ['Estimate', chanceText(reading.estimate)],
              ['Low end', chanceText(reading.low)],
              ['High end', chanceText(reading.high)],
            ]
          : [['Estimate', emptyText]],
      }}
    >
      {(width) => {
        const radius = Math.min(LARGEST, width / 2 - MARGIN);
        const centre = { x: width / 2, y: BASE };
        return (
          <>
            <Scale centre={centre} radius={radius} isEmpty={!reading} />
            {reading ? <Reading reading={reading} centre={centre} radius={radius} /> : null}
            <Words
              x={centre.x}
              strong={reading ? chanceText(reading.estimate) : '?'}
              weak={reading ? `${bandName}: ${bandText(reading)}` : emptyText}
            />
          </>
        );
      }}
    </ChartFrame>
  );
}

/** "48 to 74 %": an end that rounds to certainty is said as what it is. */
export function bandText({ low, high }: Pick<DialReading, 'low' | 'high'>): string {
  return percent(low) === percent(high) ? chanceText(low) : `${endText(low)} to ${endText(high)} %`;
}

function endText(share: number): string {
  if (share >= 0.995) return '>99';
  return share < 0.005 ? '<1' : percent(share);
}

type Centre = { readonly x: number; readonly y: number };

/** Where a share of the half circle lies, from the left end to the right one. */
function at({ x, y }: Centre, radius: number, share: number): string {
  const angle = Math.PI * (1 - Math.max(0, Math.min(1, share)));
  return `${(x + radius * Math.cos(angle)).toFixed(1)} ${(y - radius * Math.sin(angle)).toFixed(1)}`;
}

const arc = (centre: Centre, radius: number, from: number, to: number): string =>
  `M${at(centre, radius, from)}A${radius} ${radius} 0 0 1 ${at(centre, radius, to)}`;

const TENTHS = Array.from({ length: 11 }, (_, step) => step / 10);

function Scale({ centre, radius, isEmpty }: { centre: Centre; radius: number; isEmpty: boolean }) {
  return (
    <g>
      <path d={arc(centre, radius, 0, 1)} className="fill-none stroke-sunken" strokeWidth={THICK} />
      {isEmpty ? (
        <path
          d={arc(centre, radius, 0, 1)}
          className="fill-none stroke-muted"
          strokeWidth={1.5}
          strokeDasharray="5 6"
        />
      ) : null}
      {TENTHS.map((share) => {
        const isLong = share === 0.5;
        return (
          <path
            key={share}
            d={`M${at(centre, radius + THICK / 2 + 3, share)}L${at(centre, radius + THICK / 2 + (isLong ? 11 : 8), share)}`}
            className="stroke-muted"
            strokeWidth={1.5}
          />
        );
      })}
      {/* Contour lines inside, as on a map: the same landscape as everywhere. */}
      {[0.84, 0.74, 0.66].map((share) => (
        <path key={share} d={arc(centre, radius * share, 0.02, 0.98)} className="fill-none stroke-line" />
      ))}
      <text x={centre.x - radius} y={centre.y + 18} textAnchor="middle">
        0 %
      </text>
      <text x={centre.x} y={centre.y - radius - 24} textAnchor="middle">
        50 %
      </text>
      <text x={centre.x + radius} y={centre.y + 18} textAnchor="middle">
        100 %
      </text>
    </g>
  );
}

function Reading({ reading, centre, radius }: { reading: DialReading; centre: Centre; radius: number }) {
  const { estimate, low, high } = reading;
  return (
    <g>
      <path
        d={arc(centre, radius, low, Math.max(high, low + 0.004))}
        className="fill-none stroke-accent/45"
        strokeWidth={THICK}
      />
      <path
        d={`M${at(centre, radius - THICK / 2 - 7, estimate)}L${at(centre, radius + THICK / 2 + 5, estimate)}`}
        className="stroke-ink"
        strokeWidth={5}
        strokeLinecap="round"
      />
    </g>
  );
}

function Words({ x, strong, weak }: { x: number; strong: string; weak: string }) {
  return (
    <g>
      <text
        x={x}
        y={BASE - 10}
        textAnchor="middle"
        className={`fill-ink font-display font-semibold ${strong.length > 5 ? 'text-[34px]' : 'text-[46px]'}`}
      >
        {strong}
      </text>
      <text x={x} y={BASE + 44} textAnchor="middle" className="fill-ink text-[15px]">
        {weak}
      </text>
    </g>
  );
}
