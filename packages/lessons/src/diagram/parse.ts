import { nearestName } from '@cairn/kernel';

export type DiagramBox = { readonly id: string; readonly label: string };

export type DiagramArrow = {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  /** Drawn with a head at both ends. */
  readonly isBoth: boolean;
};

export type DiagramGroup = { readonly name: string; readonly members: readonly string[] };

export type Diagram = {
  /** What the picture shows, in a sentence or two. */
  readonly alt: string;
  readonly boxes: readonly DiagramBox[];
  readonly arrows: readonly DiagramArrow[];
  /** Frames around boxes; a box stands in at most one. */
  readonly groups: readonly DiagramGroup[];
};

export type ParsedDiagram =
  | { readonly outcome: 'diagram'; readonly diagram: Diagram }
  /** `line` counts from 1 within the block. */
  | { readonly outcome: 'fault'; readonly line: number; readonly message: string };

/** More than these is no longer seen at a glance. */
export const DIAGRAM_LIMITS = { boxes: 24, arrows: 40, groups: 6, alt: 500, label: 40, groupName: 30 } as const;

type Statement =
  | { readonly kind: 'box'; readonly line: number; readonly box: DiagramBox }
  | { readonly kind: 'arrow'; readonly line: number; readonly arrow: DiagramArrow }
  | { readonly kind: 'group'; readonly line: number; readonly group: DiagramGroup };

type Fault = Extract<ParsedDiagram, { outcome: 'fault' }>;

const fault = (line: number, message: string): Fault => ({ outcome: 'fault', line, message });

/**
 * The text of a block fenced as `diagram`: `alt:` first, then boxes (`id: label`), arrows (`a -> b: label`,
 * `a <-> b`) and frames (`group NAME: a, b`), one a line, in any order.
 *
 * @returns the diagram, or the first thing that is wrong with it
 */
export function parseDiagram(text: string): ParsedDiagram {
  const lines = text
    .split(/\r?\n/)
    .map((raw, index) => ({ line: index + 1, text: raw.trim() }))
    .filter((one) => one.text !== '');
  const [first, ...rest] = lines;
  const alt = /^alt:\s*(.+)$/.exec(first?.text ?? '')?.[1] ?? '';
  if (alt.length < 10 || alt.length > DIAGRAM_LIMITS.alt) {
    const words = `A diagram begins with "alt:" and what it shows, in 10 to ${DIAGRAM_LIMITS.alt} characters.`;
    return fault(first?.line ?? 1, words);
  }
  const statements: Statement[] = [];
  for (const one of rest) {
    const statement = statementOf(one.text, one.line);
    if ('outcome' in statement) return statement;
    statements.push(statement);
  }
  const diagram: Diagram = {
    alt,
    boxes: statements.flatMap((one) => (one.kind === 'box' ? [one.box] : [])),
    arrows: statements.flatMap((one) => (one.kind === 'arrow' ? [one.arrow] : [])),
    groups: statements.flatMap((one) => (one.kind === 'group' ? [one.group] : [])),
  };
  return wrongIn(statements, diagram) ?? { outcome: 'diagram', diagram };
}

const ARROW = /^([A-Za-z][\w-]*)\s+(->|<->)\s+([A-Za-z][\w-]*)\s*(?::\s*(.*))?$/;
const GROUP = /^group\s+(\S[^:]*?)\s*:\s*(.*)$/;
const BOX = /^([A-Za-z][\w-]*)\s*:\s*(.+)$/;

/** Twice the longest line that can be right. */
const MAX_LINE = 700;

function statementOf(text: string, line: number): Statement | Fault {
  if (text.length > MAX_LINE) return fault(line, `The line has ${text.length} characters; ${MAX_LINE} are the most.`);
  const arrow = ARROW.exec(text);
  if (arrow) {
    const [, from = '', sign, to = '', label = ''] = arrow;
    return { kind: 'arrow', line, arrow: { from, to, label, isBoth: sign === '<->' } };
  }
  const group = GROUP.exec(text);
  if (group) {
    const members = (group[2] ?? '').split(',').map((one) => one.trim());
    return { kind: 'group', line, group: { name: group[1] ?? '', members: members.filter((one) => one !== '') } };
  }
  const box = BOX.exec(text);
  if (box) return { kind: 'box', line, box: { id: box[1] ?? '', label: box[2] ?? '' } };
  return fault(
    line,
    `"${short(text)}" is neither a box (id: label), an arrow (a -> b: label) nor a frame (group Name: a, b).`,
  );
}

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

function wrongIn(statements: readonly Statement[], diagram: Diagram): Fault | undefined {
  if (diagram.boxes.length === 0) return fault(1, 'A diagram needs at least one box: a line "id: label".');
  const counted = ['boxes', 'arrows', 'groups'] as const;
  const over = counted.find((kind) => diagram[kind].length > DIAGRAM_LIMITS[kind]);
  if (over) {
    const message = `A diagram has at most ${DIAGRAM_LIMITS[over]} ${over}, and this one has ${diagram[over].length}; split it.`;
    return fault(1, message);
  }
  const seen = { boxes: new Set<string>(), arrows: new Set<string>(), grouped: new Set<string>() };
  const known = new Set(diagram.boxes.map(({ id }) => id));
  for (const statement of statements) {
    const message = wrongOf(statement, known, seen);
    if (message) return fault(statement.line, message);
  }
  return undefined;
}

type Seen = Record<'boxes' | 'arrows' | 'grouped', Set<string>>;

function wrongOf(statement: Statement, known: ReadonlySet<string>, seen: Seen): string | undefined {
  switch (statement.kind) {
    case 'box':
      return wrongBox(statement.box, seen.boxes);
    case 'arrow':
      return wrongArrow(statement.arrow, known, seen.arrows);
    case 'group':
      return wrongGroup(statement.group, known, seen.grouped);
  }
}

function wrongBox({ id, label }: DiagramBox, seen: Set<string>): string | undefined {
  if (id === 'alt' || id === 'group') return `"${id}" has a meaning of its own; give the box another id.`;
  if (seen.has(id)) return `The box "${id}" is declared twice.`;
  seen.add(id);
  return tooLong('label', label, DIAGRAM_LIMITS.label);
}

function wrongArrow(arrow: DiagramArrow, known: ReadonlySet<string>, seen: Set<string>): string | undefined {
  const { from, to, label, isBoth } = arrow;
  const missing = [from, to].find((id) => !known.has(id));
  if (missing !== undefined) return unknownBox(missing, known);
  if (from === to) return `The arrow from "${from}" leads back to the same box.`;
  const pairs = isBoth ? [`${from} ${to}`, `${to} ${from}`] : [`${from} ${to}`];
  if (pairs.some((pair) => seen.has(pair))) return `"${from}" and "${to}" are joined in this direction already.`;
  for (const pair of pairs) seen.add(pair);
  return tooLong('label', label, DIAGRAM_LIMITS.label);
}

function wrongGroup(
  { name, members }: DiagramGroup,
  known: ReadonlySet<string>,
  seen: Set<string>,
): string | undefined {
  if (members.length === 0) return `The frame "${short(name)}" names no box.`;
  const missing = members.find((id) => !known.has(id));
  if (missing !== undefined) return unknownBox(missing, known);
  const twice = members.find((id, index) => seen.has(id) || members.indexOf(id) < index);
  if (twice !== undefined) return `The box "${twice}" stands in a frame already; a box has one frame.`;
  for (const id of members) seen.add(id);
  return tooLong('name', name, DIAGRAM_LIMITS.groupName);
}

function tooLong(what: string, text: string, most: number): string | undefined {
  return text.length > most
    ? `The ${what} "${short(text)}" has ${text.length} characters; ${most} are the most.`
    : undefined;
}

function unknownBox(id: string, known: ReadonlySet<string>): string {
  const near = nearestName(id.slice(0, 40), [...known]);
  return `No box is called "${short(id)}"${near ? `; did you mean "${near}"?` : '. Declare it with a line "id: label".'}`;
}
