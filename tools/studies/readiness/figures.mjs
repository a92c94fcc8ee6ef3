/** Figures as SVG that reads in light and dark, without a library: axes with names, points with intervals. */
const STYLE = `
  .ink { fill: #23303b } .line { stroke: #23303b } .faint { stroke: #23303b; opacity: 0.25 }
  .a { fill: #1f6f6b; stroke: #1f6f6b } .b { fill: #b4552d; stroke: #b4552d } .paper { fill: #fbfaf7 }
  text { font: 13px system-ui, sans-serif }
  @media (prefers-color-scheme: dark) {
    .ink { fill: #dfe5e8 } .line { stroke: #dfe5e8 } .faint { stroke: #dfe5e8 } .paper { fill: #1b2228 }
    .a { fill: #5cc3bb; stroke: #5cc3bb } .b { fill: #f0925f; stroke: #f0925f }
  }`;

const number = (value) => Number(value.toFixed(1));
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function svgOf(width, height, title, body) {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}">
<title>${escaped(title)}</title>
<style>${STYLE}
</style>
<rect class="paper" width="${width}" height="${height}"/>
${body.join('\n')}
</svg>
`;
}

const SIDE = 380;
const LEFT = 64;
const TOP = 44;
const x = (share) => number(LEFT + SIDE * share);
const y = (share) => number(TOP + SIDE * (1 - share));
const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];

function axes(xName, yName) {
  const ticks = TICKS.flatMap((tick) => [
    `<line class="faint" x1="${x(tick)}" y1="${y(0)}" x2="${x(tick)}" y2="${y(1)}"/>`,
    `<line class="faint" x1="${x(0)}" y1="${y(tick)}" x2="${x(1)}" y2="${y(tick)}"/>`,
    `<text class="ink" x="${x(tick)}" y="${y(0) + 18}" text-anchor="middle">${100 * tick}</text>`,
    `<text class="ink" x="${x(0) - 8}" y="${y(tick) + 4}" text-anchor="end">${100 * tick}</text>`,
  ]);
  return [
    ...ticks,
    `<text class="ink" x="${x(0.5)}" y="${y(0) + 42}" text-anchor="middle">${xName}</text>`,
    `<text class="ink" transform="translate(18 ${y(0.5)}) rotate(-90)" text-anchor="middle">${yName}</text>`,
    `<line class="line" x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke-dasharray="4 4"/>`,
    `<text class="ink" x="${x(0.98)}" y="${y(0.98) - 8}" text-anchor="end">perfect</text>`,
  ];
}

function curve({ bins }, mark) {
  const path = bins.map(({ predicted, observed }) => `${x(predicted)},${y(observed)}`).join(' ');
  return [
    `<polyline class="${mark}" points="${path}" style="fill:none" stroke-width="1.5"/>`,
    ...bins.flatMap(({ predicted, observed, low, high }) => [
      `<line class="${mark}" x1="${x(predicted)}" y1="${y(low)}" x2="${x(predicted)}" y2="${y(high)}" stroke-width="2"/>`,
      `<circle class="${mark}" cx="${x(predicted)}" cy="${y(observed)}" r="4"/>`,
    ]),
  ];
}

/** Predicted against observed share of passes, one or two series. */
export function calibrationFigure(title, series) {
  const marks = ['a', 'b'];
  const legend = series.flatMap(({ name }, i) => [
    `<circle class="${marks[i]}" cx="${x(0.05)}" cy="${y(0.95 - 0.06 * i)}" r="4"/>`,
    `<text class="ink" x="${x(0.08)}" y="${y(0.95 - 0.06 * i) + 4}">${escaped(name)}</text>`,
  ]);
  return svgOf(LEFT + SIDE + 20, TOP + SIDE + 60, title, [
    `<text class="ink" x="${x(0)}" y="24" font-weight="600">${escaped(title)}</text>`,
    ...axes('Predicted chance of passing (%)', 'Share that passed (%), 80 % interval'),
    ...series.flatMap((one, i) => curve(one, marks[i])),
    ...legend,
  ]);
}

const ROW = 30;
const NAMES = 300;
const BARS = 340;

/** One bar a forecaster: its Brier score, lower is better. */
export function scoreFigure(title, rows) {
  const largest = Math.max(...rows.map(({ brier }) => brier));
  const width = (value) => number((BARS * value) / largest);
  const bars = rows.flatMap(({ name, brier, mark = 'faint' }, i) => {
    const top = TOP + i * ROW;
    const shade = mark === 'faint' ? 'class="ink" opacity="0.35"' : `class="${mark}"`;
    return [
      `<text class="ink" x="${NAMES - 8}" y="${top + 16}" text-anchor="end">${escaped(name)}</text>`,
      `<rect ${shade} x="${NAMES}" y="${top + 3}" width="${width(brier)}" height="${ROW - 12}"/>`,
      `<text class="ink" x="${NAMES + width(brier) + 6}" y="${top + 16}">${brier.toFixed(3)}</text>`,
    ];
  });
  const bottom = TOP + rows.length * ROW;
  return svgOf(NAMES + BARS + 60, bottom + 34, title, [
    `<text class="ink" x="12" y="24" font-weight="600">${escaped(title)}</text>`,
    ...bars,
    `<text class="ink" x="${NAMES}" y="${bottom + 18}">Brier score; lower is better</text>`,
  ]);
}
