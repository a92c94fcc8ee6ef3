import type { ByStrength, Share } from '@cairn/postings';
import { DEMAND_FILLS, DEMAND_WORDS, DEMANDS } from './strengths.ts';

type ShareBarProps = { readonly byStrength: ByStrength; readonly share: Share };

const width = (share: number) => `${(share * 100).toFixed(2)}%`;

/** A share of the postings, split by how strongly they ask, with its interval as a whisker. Its numbers stand beside it. */
export function ShareBar({ byStrength, share }: ShareBarProps) {
  return (
    <div aria-hidden="true" className="relative h-4">
      <div className="absolute inset-x-0 inset-y-0.5 flex overflow-hidden rounded-full bg-sunken">
        {DEMANDS.filter((demand) => byStrength[demand] > 0).map((demand) => (
          <div
            key={demand}
            className={`h-full ${DEMAND_FILLS[demand]}`}
            style={{ width: width(byStrength[demand] / Math.max(1, share.of)) }}
          />
        ))}
      </div>
      <div
        className="absolute inset-y-0 border-x-2 border-ink"
        style={{ left: width(share.low), width: width(share.high - share.low) }}
      >
        <div className="absolute inset-x-0 top-1/2 h-0.5 -translate-y-1/2 bg-ink shadow-[0_0_0_1.5px_var(--color-paper)]" />
      </div>
    </div>
  );
}

/** What shades and whiskers stand for. */
export function StrengthLegend() {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-[0.94rem] text-muted">
      {DEMANDS.map((demand) => (
        <li key={demand} className="flex items-center gap-2">
          <span aria-hidden="true" className={`h-3 w-5 rounded-sm ${DEMAND_FILLS[demand]}`} />
          {DEMAND_WORDS[demand]}
        </li>
      ))}
      <li className="flex items-center gap-2">
        <span aria-hidden="true" className="relative h-3 w-5 border-x-2 border-ink">
          <span className="absolute inset-x-0 top-1/2 h-0.5 -translate-y-1/2 bg-ink" />
        </span>
        where the share lies, 95 in 100 times
      </li>
    </ul>
  );
}

const PERCENTS = [0, 25, 50, 75, 100];

export function PercentScale() {
  return (
    <div aria-hidden="true" className="flex justify-between text-[0.85rem] tabular-nums text-muted">
      {PERCENTS.map((percent) => (
        <span key={percent} className="w-0 first:text-left last:flex last:justify-end">
          <span className="inline-block -translate-x-1/2 whitespace-nowrap first:translate-x-0">{percent} %</span>
        </span>
      ))}
    </div>
  );
}
