import { Lexer, type Token, type Tokens } from 'marked';
import { createContext, lazy, type ReactNode, Suspense, useContext, useMemo } from 'react';
import { safeAddress } from './safe-address.ts';
import { headingId, type LinkedTerms, markTerms, type TermToken } from './terms.ts';

type MarkdownProps = {
  readonly text: string;
  readonly className?: string;
  /** Words to be explained where they first stand. */
  readonly terms?: LinkedTerms | undefined;
  /** Gives the headings of the first level an id each (`headingId`), so that an outline can lead to them. */
  readonly headings?: { readonly idPrefix: string; readonly firstLevel: number } | undefined;
};

/** How the headings and terms of the text around are shown. */
const Manner = createContext<Pick<MarkdownProps, 'terms' | 'headings'>>({});

/**
 * Markdown to React nodes. The parser's HTML is never used: raw tags appear as the text they are, pictures as their
 * alternative text, and links only with an address that `safeAddress` lets through.
 */
export function Markdown({ text, className = '', terms, headings }: MarkdownProps) {
  const blocks = useMemo(() => {
    const tokens = new Lexer({ gfm: true }).lex(text);
    return terms ? markTerms(tokens, terms) : tokens;
  }, [text, terms]);
  const manner = useMemo(() => ({ terms, headings }), [terms, headings]);
  return (
    <Manner value={manner}>
      <div className={`prose-cairn ${className}`}>{blocks.map(renderBlock)}</div>
    </Manner>
  );
}

/** One line of Markdown, for a label or a table cell: no paragraph around it. */
export function InlineMarkdown({ text }: { text: string }) {
  const tokens = useMemo(() => Lexer.lexInline(text, { gfm: true }), [text]);
  return <>{renderInline(tokens)}</>;
}

// A document is parsed anew as a whole, so positions are as stable as its tokens.
const keyOf = (token: Token, index: number) => `${index}-${token.type}`;

function renderBlock(token: Token, index: number): ReactNode {
  const key = keyOf(token, index);
  switch (token.type) {
    case 'space':
    case 'def':
      return null;
    case 'heading':
      return <HeadingBlock key={key} token={token as Tokens.Heading} />;
    case 'list':
      return <ListBlock key={key} list={token as Tokens.List} />;
    case 'table':
      return <TableBlock key={key} table={token as Tokens.Table} />;
    case 'code':
      return <CodeBlock key={key} token={token as Tokens.Code} />;
    case 'blockquote':
      return <blockquote key={key}>{((token as Tokens.Blockquote).tokens ?? []).map(renderBlock)}</blockquote>;
    case 'hr':
      return <hr key={key} />;
    case 'text':
      return <span key={key}>{renderInline(childrenOf(token))}</span>;
    default:
      return <p key={key}>{renderInline(childrenOf(token))}</p>;
  }
}

/** Few pages have a diagram, so what lays one out is fetched with the first. */
const LazyDiagram = lazy(async () => ({ default: (await import('./diagram.tsx')).DiagramPicture }));

function CodeBlock({ token }: { token: Tokens.Code }) {
  const source = (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide block scrolls, so the keyboard must reach it
    <pre tabIndex={0}>
      <code>{token.text}</code>
    </pre>
  );
  if (token.lang !== 'diagram') return source;
  return (
    <Suspense fallback={source}>
      <LazyDiagram text={token.text} />
    </Suspense>
  );
}

/** Parsed children, or the token's own source as text. */
function childrenOf(token: Token): readonly Token[] {
  if ('tokens' in token && token.tokens && token.tokens.length > 0) return token.tokens;
  const text = 'text' in token && typeof token.text === 'string' ? token.text : token.raw;
  return [{ type: 'text', raw: token.raw, text } as Tokens.Text];
}

/** Markdown never opens a page, so its top level is the third. */
function HeadingBlock({ token }: { token: Tokens.Heading }) {
  const { headings } = useContext(Manner);
  const content = renderInline(token.tokens);
  if (token.depth > (headings?.firstLevel ?? 2)) return <h4 className="font-semibold">{content}</h4>;
  return (
    <h3 className="text-xl" {...(headings && { id: headingId(headings.idPrefix, token.text) })}>
      {content}
    </h3>
  );
}

function ListBlock({ list }: { list: Tokens.List }) {
  const items = list.items.map((item, index) => <li key={keyOf(item, index)}>{item.tokens.map(renderBlock)}</li>);
  return list.ordered ? <ol start={list.start === '' ? 1 : list.start}>{items}</ol> : <ul>{items}</ul>;
}

/** The names of the columns tell one table from another. */
const headsOf = (table: Tokens.Table): string => table.header.map(({ text }) => text).join(', ');

function TableBlock({ table }: { table: Tokens.Table }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fieldset, and no landmark, of which a text would have several
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, so the keyboard must reach it
    <div role="group" className="overflow-x-auto" tabIndex={0} aria-label={`Table: ${headsOf(table)}`}>
      <table>
        <thead>
          <tr>
            {table.header.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a parsed text never reorders
              <th key={column} scope="col">
                {renderInline(cell.tokens)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a parsed text never reorders
            <tr key={line}>
              {row.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a parsed text never reorders
                <td key={column}>{renderInline(cell.tokens)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function renderInline(tokens: readonly Token[]): ReactNode[] {
  return tokens.map((token, index) => <Inline key={keyOf(token, index)} token={token} />);
}

function Inline({ token }: { token: Token }): ReactNode {
  switch (token.type) {
    case 'strong':
      return <strong>{renderInline(childrenOf(token))}</strong>;
    case 'em':
      return <em>{renderInline(childrenOf(token))}</em>;
    case 'del':
      return <del>{renderInline(childrenOf(token))}</del>;
    case 'codespan':
      return <code>{(token as Tokens.Codespan).text}</code>;
    case 'br':
      return <br />;
    case 'link':
      return <LinkText link={token as Tokens.Link} />;
    case 'image':
      return (token as Tokens.Image).text;
    case 'text':
      return 'tokens' in token && token.tokens ? renderInline(token.tokens) : decode((token as Tokens.Text).text);
    case 'escape':
      return (token as Tokens.Escape).text;
    case 'term':
      return <TermText term={token as TermToken} />;
    default:
      return token.raw;
  }
}

function TermText({ term: { id, text } }: { term: TermToken }) {
  const { terms } = useContext(Manner);
  return terms ? terms.render(id, decode(text)) : decode(text);
}

function LinkText({ link }: { link: Tokens.Link }) {
  const address = safeAddress(link.href);
  const content = renderInline(link.tokens);
  if (address === undefined) return <>{content}</>;
  const outside = address.startsWith('http');
  return (
    <a href={address} {...(outside && { target: '_blank', rel: 'noreferrer noopener' })}>
      {content}
      {outside ? <span className="sr-only"> (opens in a new tab)</span> : null}
    </a>
  );
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0', '#39': "'" };

/** The entities that writers use; React escapes the result again. */
function decode(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}
