import { Lexer, type Token, type Tokens } from 'marked';

/** Finds the words of a glossary in a text. */
export type TermIndex = {
  readonly pattern: RegExp;
  /** Term id by what is written, in lower case. */
  readonly idOf: ReadonlyMap<string, string>;
};

type Named = { readonly id: string; readonly names: readonly string[] };

/**
 * @param terms each with the ways it is written; plurals are found as well, and a name in capitals (RAG) only in them
 */
export function termIndex(terms: readonly Named[]): TermIndex {
  const written = terms.flatMap(({ id, names }) =>
    names.flatMap((name) => withPlural(name).map((form) => ({ id, form }))),
  );
  const longestFirst = [...written].sort((a, b) => b.form.length - a.form.length);
  const words = longestFirst.map(({ form }) => escaped(form)).join('|');
  return {
    pattern: new RegExp(`(?<![\\w-])(?:${words || '(?!)'})(?![\\w-])`, 'giu'),
    idOf: new Map(longestFirst.map(({ id, form }): [string, string] => [keyOf(form), id]).reverse()),
  };
}

const isAcronym = (name: string): boolean => /^[A-Z0-9/&-]{2,}s?$/.test(name);

/** What is compared: an acronym as it stands, because "rag" and "aim" are words too. */
const keyOf = (form: string): string => (isAcronym(form) ? form : form.toLowerCase());

function withPlural(name: string): string[] {
  if (/(?:s|ing|[^aeiou]ness|AI)$/.test(name)) return [name];
  if (/[^aeiou]y$/.test(name)) return [name, `${name.slice(0, -1)}ies`];
  return [name, /(?:x|ch|sh)$/.test(name) ? `${name}es` : `${name}s`];
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/ /g, '\\s+');

/** What `Markdown` does about terms: find them, leave out those of `skip`, and show each once. */
export type LinkedTerms = {
  readonly index: TermIndex;
  readonly skip: ReadonlySet<string>;
  readonly render: (id: string, text: string) => React.ReactNode;
};

export type TermToken = { readonly type: 'term'; readonly raw: string; readonly id: string; readonly text: string };

/** Tokens in whose words nothing is linked: they are no running text, or a link already. */
const CLOSED = new Set(['code', 'codespan', 'link', 'heading', 'image', 'html', 'def']);

/** The tokens with the first occurrence of each term as a token of its own. */
export function markTerms(tokens: readonly Token[], { index, skip }: Pick<LinkedTerms, 'index' | 'skip'>): Token[] {
  const seen = new Set(skip);
  return tokens.flatMap((token) => marked(token, index, seen));
}

/** Ids of the terms that a text would link. */
export function termsIn(text: string, index: TermIndex): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const token of new Lexer({ gfm: true }).lex(text)) marked(token, index, seen);
  return seen;
}

function marked(token: Token, index: TermIndex, seen: Set<string>): Token[] {
  if (CLOSED.has(token.type)) return [token];
  const inside = (tokens: readonly Token[]) => tokens.flatMap((one) => marked(one, index, seen));
  if (token.type === 'list') {
    const list = token as Tokens.List;
    return [{ ...list, items: list.items.map((item) => ({ ...item, tokens: inside(item.tokens) })) }];
  }
  if (token.type === 'table') {
    const table = token as Tokens.Table;
    const rows = table.rows.map((row) => row.map((cell) => ({ ...cell, tokens: inside(cell.tokens) })));
    return [{ ...table, rows }];
  }
  if ('tokens' in token && token.tokens && token.tokens.length > 0) return [{ ...token, tokens: inside(token.tokens) }];
  return token.type === 'text' ? split(token as Tokens.Text, index, seen) : [token];
}

function split({ text }: Tokens.Text, { pattern, idOf }: TermIndex, seen: Set<string>): Token[] {
  const parts: Token[] = [];
  let end = 0;
  for (const { 0: word, index: at } of text.matchAll(pattern)) {
    const spaced = word.replace(/\s+/g, ' ');
    const id = idOf.get(spaced) ?? idOf.get(spaced.toLowerCase());
    if (id === undefined || seen.has(id)) continue;
    seen.add(id);
    parts.push(plain(text.slice(end, at)), { type: 'term', raw: word, id, text: word });
    end = at + word.length;
  }
  return parts.length === 0 ? [plain(text)] : [...parts, plain(text.slice(end))].filter(({ raw }) => raw !== '');
}

const plain = (text: string): Tokens.Text => ({ type: 'text', raw: text, text, escaped: false });

/** The id of a heading, from its words. */
export function headingId(prefix: string, text: string): string {
  const slug = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return `${prefix}-${slug}`;
}

/** The words of the headings of one level. */
export function headingsIn(text: string, level: number): readonly string[] {
  return new Lexer({ gfm: true })
    .lex(text)
    .flatMap((token) => (token.type === 'heading' && (token as Tokens.Heading).depth === level ? [token.text] : []));
}
