/** One box: a title, perhaps headers, and rows of cells. */
export interface Section {
  readonly title: string;
  /** How many bars stand left and right of it. */
  readonly indent: number;
  readonly headers: string[];
  readonly rows: (readonly string[])[];
}

const PADDING = 4;
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}]/u;

/** Columns that a text fills: those of East Asia are twice as wide. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
}

export function renderSections(sections: readonly Section[], terminalWidth: number): string {
  const widest = Math.max(...sections.map(totalWidth));
  const shown = widest > terminalWidth ? sections.map(onItsSide) : sections;
  const width = Math.max(...shown.map(totalWidth));
  return `${'-'.repeat(width)}\n${shown.map((section) => render(section, width)).join('')}`;
}

/** A section of one row becomes a line for each of its columns. */
function onItsSide(section: Section): Section {
  const [only] = section.rows;
  if (section.rows.length !== 1 || section.headers.length === 0 || only === undefined) return section;
  return { ...section, headers: [], rows: section.headers.map((header, at) => [header, only[at] ?? '']) };
}

function naturalWidths({ headers, rows }: Section): number[] {
  const lines = headers.length > 0 ? [headers, ...rows] : rows;
  const columns = lines[0]?.length ?? 0;
  return Array.from({ length: columns }, (_, at) =>
    lines.reduce((most, line) => Math.max(most, widthOf(line[at] ?? '')), 0),
  );
}

function totalWidth(section: Section): number {
  const outer = 2 + 2 * section.indent;
  const cells = naturalWidths(section).reduce((sum, width) => sum + width + PADDING, 0);
  return Math.max(widthOf(section.title) + outer, cells + outer);
}

/** Column widths stretched to fill the width of the whole table. */
function stretchedWidths(section: Section, width: number): number[] {
  const natural = naturalWidths(section).map((one) => one + PADDING);
  const scale = width / natural.reduce((sum, one) => sum + one, 0);
  const scaled = natural.map((one) => roundHalfEven(scale * one));
  let excess = scaled.reduce((sum, one) => sum + one, 0) - width;
  const order = scaled.map((_, at) => at);
  while (excess !== 0 && scaled.length > 0) {
    for (const at of excess < 0 ? [...order].reverse() : order) {
      if (excess === 0) break;
      scaled[at] = (scaled[at] ?? 0) - Math.sign(excess);
      excess -= Math.sign(excess);
    }
  }
  return scaled;
}

function roundHalfEven(value: number): number {
  const rounded = Math.round(value);
  return value % 1 === 0.5 && rounded % 2 === 1 ? rounded - 1 : rounded;
}

function render(section: Section, tableWidth: number): string {
  const width = tableWidth - 2 * section.indent;
  const bars = '|'.repeat(section.indent);
  const widths = stretchedWidths(section, width);
  const lines = [...titleLines(section, width), ...headerLines(section, widths), ...rowLines(section, widths)];
  return lines.map((line) => `${bars}${line}${bars}\n`).join('');
}

function titleLines({ title, headers, rows }: Section, width: number): string[] {
  if (title === '') return [];
  const line = centered(title, width, true);
  return headers.length === 0 && rows.length === 0 ? [line, `+${'-'.repeat(width - 2)}+`] : [line];
}

function headerLines({ headers }: Section, widths: readonly number[]): string[] {
  if (headers.length === 0) return [];
  const cells = headers.map((header, at) => centered(header, widths[at] ?? 0, at === 0));
  return [ruler(widths), cells.join('')];
}

function rowLines({ rows }: Section, widths: readonly number[]): string[] {
  if (rows.length === 0 || widths.length === 0) return [];
  const lines = rows.map((row) => widths.map((width, at) => leftAligned(row[at] ?? '', width, at === 0)).join(''));
  return [ruler(widths), ...lines, ruler(widths)];
}

function ruler(widths: readonly number[]): string {
  return widths
    .map((width, at) => `${at === 0 ? '+' : ''}${'-'.repeat(Math.max(0, width - (at === 0 ? 2 : 1)))}+`)
    .join('');
}

function centered(text: string, width: number, isFirst: boolean): string {
  const length = widthOf(text);
  const before = Math.max(0, Math.floor(width / 2) - Math.floor(length / 2) - 1);
  const start = `${isFirst ? '|' : ''}${' '.repeat(before)}${text}`;
  const used = (isFirst ? 1 : 0) + Math.floor(width / 2) - Math.floor(length / 2) - 1 + length;
  return `${start}${' '.repeat(Math.max(0, width - 1 - used))}|`;
}

function leftAligned(text: string, width: number, isFirst: boolean): string {
  const length = widthOf(text);
  const edge = isFirst ? 1 : 0;
  const padding = width - (length + 2 + edge + 1) >= 0 ? 2 : 0;
  const left = `${isFirst ? '|' : ''}${' '.repeat(padding)}${text}`;
  return `${left}${' '.repeat(Math.max(0, width - edge - padding - length - 1))}|`;
}
