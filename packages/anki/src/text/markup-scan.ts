/** A piece of HTML: text between tags, or a tag. Comments and declarations are gone. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open' | 'close'; readonly name: string; readonly attributes: string };

/** Everything to the closing tag of these is no text. */
const OPAQUE = new Set(['script', 'style', 'title', 'template', 'noscript', 'textarea']);

/** Splits HTML at its tags, in time proportional to its length whatever it holds. */
export function* scanMarkup(html: string): Generator<Piece> {
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf('<', at);
    if (next === -1) return yield { kind: 'text', text: html.slice(at) };
    if (next > at) yield { kind: 'text', text: html.slice(at, next) };
    const { piece, end } = pieceAt(html, next);
    if (piece) yield piece;
    at = piece?.kind === 'open' && OPAQUE.has(piece.name) ? endOfOpaque(html, end, piece.name) : end;
  }
}

function pieceAt(html: string, start: number): { piece?: Piece; end: number } {
  if (html.startsWith('<!--', start)) return { end: after(html, '-->', start + 4) };
  const isClose = html[start + 1] === '/';
  const name = /^[a-z][a-z\d-]{0,30}/i.exec(html.slice(start + (isClose ? 2 : 1), start + 34))?.[0];
  if (name === undefined) {
    if (html[start + 1] === '!' || html[start + 1] === '?') return { end: after(html, '>', start) };
    return { piece: { kind: 'text', text: '<' }, end: start + 1 };
  }
  const from = start + (isClose ? 2 : 1) + name.length;
  const end = endOfTag(html, from);
  const attributes = html.slice(from, Math.max(from, end - 1));
  return { piece: { kind: isClose ? 'close' : 'open', name: name.toLowerCase(), attributes }, end };
}

/** Past the `>` that closes the tag; one inside a quoted value closes nothing. */
function endOfTag(html: string, from: number): number {
  let quote = '';
  for (let at = from; at < html.length; at += 1) {
    const character = html[at] as string; // at lies within the text
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at + 1;
  }
  return html.length;
}

function endOfOpaque(html: string, from: number, name: string): number {
  const closing = new RegExp(`</${name}[^<>]*>`, 'gi'); // the name is one of OPAQUE
  closing.lastIndex = from;
  return closing.exec(html) ? closing.lastIndex : html.length;
}

function after(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at === -1 ? html.length : at + mark.length;
}

/** Puts `replace(inner)` in the place of each `open inner close`, in linear time: an open one without close stays. */
export function replaceBetween(text: string, open: string, close: string, replace: (inner: string) => string): string {
  let result = '';
  let at = 0;
  for (;;) {
    const start = text.indexOf(open, at);
    const end = start === -1 ? -1 : text.indexOf(close, start + open.length);
    if (end === -1) return result + text.slice(at);
    result += text.slice(at, start) + replace(text.slice(start + open.length, end));
    at = end + close.length;
  }
}
