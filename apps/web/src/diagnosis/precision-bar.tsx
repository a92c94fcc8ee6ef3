import type { Diagnosis } from '@cairn/contract';

const WIDTH = 200;
const HEIGHT = 16;
/** Half-width of the interval at the goal, in the picture. */
const GOAL = 12;

/**
 * An interval that narrows. It stays in the middle whatever is answered: how sure is progress, how good is not shown
 * before the end, since it would be feedback.
 */
export function PrecisionBar({ diagnosis: { precision } }: { diagnosis: Diagnosis }) {
  const share = Math.max(0, Math.min(1, precision));
  const half = GOAL + (WIDTH / 2 - GOAL - 2) * (1 - share);
  const percent = Math.round(share * 100);
  const middle = WIDTH / 2;
  return (
    <div className="flex items-center gap-3 text-[0.9rem] text-muted">
      <span id="precision">
        Precision <span className="tabular-nums">{percent} %</span>
      </span>
      <div
        role="progressbar"
        aria-labelledby="precision"
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        title="The bar narrows to the two marks"
        aria-valuetext={`${percent} % of the precision that ends the diagnosis`}
        className="hidden w-40 sm:block lg:w-52"
      >
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="block w-full" aria-hidden="true">
          <path d={`M0 ${HEIGHT / 2}h${WIDTH}`} className="stroke-line" strokeWidth={2} />
          <rect
            x={middle - half}
            y={3}
            width={2 * half}
            height={HEIGHT - 6}
            rx={5}
            className="fill-accent/40 transition-all duration-500"
          />
          <path
            d={`M${middle - GOAL} 0v${HEIGHT}M${middle + GOAL} 0v${HEIGHT}`}
            className="stroke-ink"
            strokeWidth={1.5}
          />
        </svg>
      </div>
    </div>
  );
}
