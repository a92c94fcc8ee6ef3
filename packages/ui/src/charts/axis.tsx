/** A bottom axis: faint grid lines, numbers below them, the unit at its end. */
export function BottomAxis({
  values,
  x,
  top,
  bottom,
  text,
  unit,
  width,
}: {
  values: readonly number[];
  x: (value: number) => number;
  top: number;
  bottom: number;
  text: (value: number) => string;
  unit: string;
  width: number;
}) {
  return (
    <g>
      {values.map((value) => {
        const at = x(value);
        const anchor = at > width - 22 ? 'end' : at < 14 ? 'start' : 'middle';
        return (
          <g key={value}>
            <line x1={at} x2={at} y1={top} y2={bottom} className="stroke-line" />
            <text x={at} y={bottom + 16} textAnchor={anchor}>
              {text(value)}
            </text>
          </g>
        );
      })}
      <text x={width} y={bottom + 34} textAnchor="end">
        {unit}
      </text>
    </g>
  );
}
