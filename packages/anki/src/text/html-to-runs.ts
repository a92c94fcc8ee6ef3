import type { AnkiLossKind } from '../deck.ts';
import { decodeEntities } from './html.ts';
import { type Piece, replaceBetween, scanMarkup } from './markup-scan.ts';

/** Text in one manner. A line break is a run of its own, with the text `\n`. */
export type Run = { readonly text: string; readonly strong: boolean; readonly em: boolean; readonly code: boolean };

/** Is told of everything that HTML says and Markdown here does not. */
export type OnLoss = (kind: AnkiLossKind) => void;

type Mark = 'strong' | 'em' | 'code';

const MARKS = new Map<string, Mark>([
  ['b', 'strong'],
  ['strong', 'strong'],
  ['i', 'em'],
  ['em', 'em'],
  ['code', 'code'],
  ['tt', 'code'],
  ['kbd', 'code'],
  ['samp', 'code'],
  ['pre', 'code'],
]);

const BLOCKS = new Set(
  'address article aside blockquote center dd div dl dt figure figcaption footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const MEDIA = new Set('img audio video object embed svg canvas picture source iframe'.split(' '));
const SHAPES = new Set('u s strike del ins mark font big small table ul ol dl sup sub h1 h2 h3 ruby center'.split(' '));
const LEADS = new Map([
  ['li', '• '],
  ['td', ' | '],
  ['th', ' | '],
  ['sup', '^'],
  ['sub', '_'],
]);

/** Formulas are kept as the source text that they are. */
const FORMULAS: readonly (readonly [string, string])[] = [
  ['\\(', '\\)'],
  ['\\[', '\\]'],
  ['[latex]', '[/latex]'],
  ['[$$]', '[/$$]'],
  ['[$]', '[/$]'],
  ['<anki-mathjax>', '</anki-mathjax>'],
];

/** The text of HTML with the manners that Markdown knows: strong, emphasis, code, lines. */
export function htmlToRuns(html: string, onLoss: OnLoss): Run[] {
  const lines = new RunList();
  for (const piece of scanMarkup(withoutAnkiMarks(html, onLoss))) {
    if (piece.kind === 'text') lines.add(decodeEntities(piece.text));
    else tell(piece, onLoss);
    if (piece.kind === 'open') open(lines, piece.name);
    if (piece.kind === 'close') close(lines, piece.name);
  }
  return lines.runs;
}

function withoutAnkiMarks(html: string, onLoss: OnLoss): string {
  const drop = () => {
    onLoss('media');
    return ' ';
  };
  let text = replaceBetween(html, '[sound:', ']', drop);
  text = replaceBetween(text, '[anki:tts', '[/anki:tts]', drop);
  for (const [start, end] of FORMULAS) {
    text = replaceBetween(text, start, end, (source) => {
      onLoss('formula');
      return `<code>${source}</code>`;
    });
  }
  return text;
}

function tell({ kind, name, attributes }: Exclude<Piece, { kind: 'text' }>, onLoss: OnLoss): void {
  if (kind === 'close') return;
  if (MEDIA.has(name)) onLoss('media');
  if (name === 'script') onLoss('script');
  if (name === 'a' && /\bhref\s*=/i.test(attributes)) onLoss('link');
  if (SHAPES.has(name) || /\bstyle\s*=/i.test(attributes)) onLoss('formatting');
}

function open(lines: RunList, name: string): void {
  if (name === 'br') lines.endLine();
  if (BLOCKS.has(name)) lines.startLine();
  const mark = MARKS.get(name);
  if (mark) lines.enter(mark, name === 'pre');
  const lead = LEADS.get(name);
  if (lead !== undefined) lines.add(lead);
}

function close(lines: RunList, name: string): void {
  const mark = MARKS.get(name);
  if (mark) lines.leave(mark, name === 'pre');
  if (BLOCKS.has(name)) lines.startLine();
}

/** Collects runs. Tags of real cards are not always closed in order, so open marks are counted, not nested. */
class RunList {
  readonly runs: Run[] = [];
  private readonly depth = { strong: 0, em: 0, code: 0 };
  private preformatted = 0;
  private isAtLineStart = true;

  add(text: string): void {
    const lines = this.preformatted > 0 ? text.split(/\r?\n/) : [text.replace(/\s+/g, ' ')];
    for (const [index, line] of lines.entries()) {
      if (index > 0) this.endLine();
      this.push(line);
    }
  }

  /** Begins a line unless one has just begun. */
  startLine(): void {
    if (!this.isAtLineStart) this.endLine();
  }

  endLine(): void {
    this.runs.push({ text: '\n', strong: false, em: false, code: false });
    this.isAtLineStart = true;
  }

  enter(mark: Mark, isPreformatted: boolean): void {
    this.depth[mark] += 1;
    if (isPreformatted) this.preformatted += 1;
  }

  leave(mark: Mark, isPreformatted: boolean): void {
    this.depth[mark] = Math.max(0, this.depth[mark] - 1);
    if (isPreformatted) this.preformatted = Math.max(0, this.preformatted - 1);
  }

  private push(text: string): void {
    const { strong, em, code } = this.depth;
    if (text === '') return;
    this.runs.push({ text, strong: strong > 0, em: em > 0, code: code > 0 });
    if (text.trim() !== '') this.isAtLineStart = false;
  }
}
