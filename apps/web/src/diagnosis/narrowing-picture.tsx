/** Half-widths of an interval after so many answers, in the picture: it falls with the square root of their number. */
const ROWS = [
  { after: 'At the start', half: 100, shift: 0 },
  { after: 'After 5 questions', half: 74, shift: 12 },
  { after: 'After 10', half: 52, shift: 30 },
  { after: 'After 20', half: 34, shift: 40 },
] as const;

const LINE = 120;
const ROW = 44;

/** What happens during a diagnosis, as an example: the interval of what is known narrows, question by question. */
export function NarrowingPicture() {
  return (
    <figure className="grid gap-2">
      <figcaption className="font-semibold">What narrows</figcaption>
      <svg
        viewBox="0 0 240 230"
        className="chart w-full max-w-68"
        role="img"
        aria-label="An interval of ability around the pass line, wide at the start, narrow after 20 questions."
      >
        <path d={`M${LINE} 22V200`} className="stroke-ink" strokeWidth={2} />
        <text x={LINE + 6} y={16} className="chart-strong">
          Pass line
        </text>
        {ROWS.map(({ after, half, shift }, row) => (
          <g key={after}>
            <text x={0} y={42 + row * ROW} className="chart-halo">
              {after}
            </text>
            <rect
              x={LINE + shift - half}
              y={48 + row * ROW}
              width={2 * half}
              height={10}
              rx={5}
              className="fill-accent/40"
            />
            <circle cx={LINE + shift} cy={53 + row * ROW} r={5} className="fill-accent" />
          </g>
        ))}
        <text x={0} y={222}>
          less able
        </text>
        <text x={240} y={222} textAnchor="end">
          more able
        </text>
      </svg>
      <p className="text-[0.94rem] text-muted">
        An example. When the bar lies clear of the line, or is narrow enough, no further question is asked.
      </p>
    </figure>
  );
}
