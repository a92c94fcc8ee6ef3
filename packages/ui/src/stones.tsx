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
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by aria-label, or hidden where words beside it say the same
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

/** A larger pile for a first page, each stone with the contour lines of a small hill. */
export function CairnPicture({ className = '' }: { className?: string }) {
  return (
    <svg viewBox="0 0 300 330" className={className} aria-hidden="true">
      <ellipse cx="152" cy="316" rx="140" ry="9" className="fill-ink/15" />
      {PICTURE_STONES.map(({ outline, lines, fill }) => (
        <g key={outline}>
          <path d={outline} className={fill} />
          <path d={lines} className="fill-none stroke-paper/35" strokeWidth="1.6" />
        </g>
      ))}
    </svg>
  );
}

const PICTURE_STONES = [
  {
    fill: 'fill-ink',
    outline:
      'M28 286c-6-26 14-44 52-47 44-4 108-6 146 0 34 5 48 20 45 42-3 24-22 34-62 36-48 3-98 3-132-1-30-3-45-12-49-30Z',
    lines: 'M58 284c0-16 22-23 60-25 46-2 86 0 104 8 12 6 14 14 6 21M88 287c4-9 28-12 58-12 30 0 50 3 54 10',
  },
  {
    fill: 'fill-muted',
    outline:
      'M64 208c-2-22 16-33 52-34 40-2 84-2 110 8 20 8 27 22 20 37-7 14-26 19-66 20-36 1-70 1-92-6-16-5-23-13-24-25Z',
    lines: 'M88 208c2-12 20-17 52-17 38-1 66 2 78 12 6 6 4 12-3 16M114 211c6-6 24-8 44-8 18 0 32 3 34 8',
  },
  {
    fill: 'fill-ink',
    outline:
      'M84 146c-1-18 14-29 44-30 36-2 62 0 78 9 16 9 20 24 11 35-9 10-26 13-58 14-28 0-46-1-58-7-11-5-16-12-17-21Z',
    lines: 'M104 147c2-11 16-15 38-16 28-1 46 3 54 12 4 6 2 11-4 14M126 150c5-5 16-7 30-7 12 0 20 2 22 7',
  },
  {
    fill: 'fill-muted',
    outline: 'M112 88c0-17 12-27 34-28 24-1 42 4 50 15 7 10 6 22-4 30-9 7-22 9-42 9-24 0-38-8-38-26Z',
    lines: 'M128 90c1-10 9-15 23-15 16-1 26 4 30 11M144 93c3-4 8-5 14-5 6 0 10 2 11 5',
  },
  {
    fill: 'fill-accent',
    outline: 'M128 36c1-17 12-27 28-27 17 0 28 11 28 26 0 15-11 24-28 24-18 0-29-8-28-23Z',
    lines: 'M140 37c1-9 7-14 16-14s15 5 16 12M149 39c2-4 4-5 8-5',
  },
] as const;
