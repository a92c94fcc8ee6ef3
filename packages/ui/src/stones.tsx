/** A pile of stones, wide at the foot: the mark of the project, and how progress is shown. */
type Stone = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Small sideways steps, so that a pile looks laid by hand and yet is the same in every render. */
const LEAN = [0, 2.5, -2, 1.5, -3, 2, -1, 3, -2.5, 1, -1.5, 2] as const;

function pile(count: number, width: number): readonly Stone[] {
  const height = count > 7 ? 8 : 12;
  return Array.from({ length: count }, (_, level) => {
    const share = 1 - (level / Math.max(count, 4)) * 0.62;
    const stoneWidth = width * share;
    const lean = (LEAN[level % LEAN.length] ?? 0) * (width / 60);
    return { x: (width - stoneWidth) / 2 + lean, y: (count - 1 - level) * (height + 1.5), width: stoneWidth, height };
  });
}

function stonePath({ x, y, width, height }: Stone): string {
  const shoulder = width * 0.22;
  const middle = y + height * 0.55;
  return [
    `M${x} ${middle}`,
    `C${x} ${y + 1} ${x + shoulder * 0.5} ${y} ${x + shoulder} ${y}`,
    `L${x + width - shoulder * 1.2} ${y + 0.6}`,
    `C${x + width - shoulder * 0.4} ${y + 0.8} ${x + width} ${y + 2} ${x + width} ${middle + 0.5}`,
    `C${x + width} ${y + height} ${x + width - shoulder * 0.6} ${y + height} ${x + width - shoulder} ${y + height}`,
    `L${x + shoulder * 0.8} ${y + height}`,
    `C${x + shoulder * 0.2} ${y + height} ${x} ${y + height - 1} ${x} ${middle}Z`,
  ].join('');
}

export function StackedStones({
  done,
  total,
  label,
  className = 'h-16',
}: {
  done: number;
  total: number;
  /** What it says; empty where words beside it say so already. */
  label: string;
  className?: string;
}) {
  const stones = pile(total, 60);
  const first = stones[0];
  const bottom = first ? first.y + first.height : 0;
  return (
    <svg
      viewBox={`-4 -2 68 ${bottom + 4}`}
      className={className}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      {stones.map((stone, level) => (
        <path
          key={stone.y}
          d={stonePath(stone)}
          className={`stone ${level < done ? 'fill-accent' : 'fill-none stroke-muted/60 [stroke-dasharray:3_2.5]'}`}
          strokeWidth={level < done ? 0 : 1}
        />
      ))}
    </svg>
  );
}

export function Logo({ className = 'size-9' }: { className?: string }) {
  return (
    <svg viewBox="0 0 40 40" className={className} aria-hidden="true">
      <path d="M5 33.5c0-3.6 2-5 6-5h18c4.5 0 6 1.6 6 4.8 0 3-1.8 4.2-6 4.2H11c-4.2 0-6-1-6-4Z" className="fill-ink" />
      <path
        d="M9.5 23.3c0-3.2 2-4.6 5.4-4.6h12c3.6 0 5.3 1.7 5.3 4.5 0 2.7-1.7 3.9-5.3 3.9H14.8c-3.4 0-5.3-1.2-5.3-3.8Z"
        className="fill-muted"
      />
      <path
        d="M12.5 13.8c0-2.8 1.7-4 4.3-4h6.5c2.8 0 4.2 1.4 4.2 3.8 0 2.4-1.4 3.6-4.2 3.6h-6.5c-2.7 0-4.3-1-4.3-3.4Z"
        className="fill-ink"
      />
      <path d="M16.3 5.3c0-2 1.2-3.3 3.7-3.3s3.9 1.4 3.9 3.4-1.3 3-3.9 3-3.7-1.1-3.7-3.1Z" className="fill-accent" />
    </svg>
  );
}
