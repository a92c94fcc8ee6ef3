import { Lexer, type Token, type Tokens } from 'marked';
import { escapeHtml } from './html.ts';

/**
 * Inline Markdown as the HTML of a field, read by the parser that shows it on a page too. Links and pictures become
 * their text, and tags are shown as the text they are.
 */
export function markdownToHtml(markdown: string): string {
  return inlineHtml(Lexer.lexInline(markdown.trim(), { gfm: true }));
}

function inlineHtml(tokens: readonly Token[]): string {
  return tokens.map(tokenHtml).join('');
}

function tokenHtml(token: Token): string {
  switch (token.type) {
    case 'strong':
      return `<b>${childrenHtml(token)}</b>`;
    case 'em':
      return `<i>${childrenHtml(token)}</i>`;
    case 'codespan':
      return `<code>${linesHtml((token as Tokens.Codespan).text)}</code>`;
    case 'br':
      return '<br>';
    case 'del':
    case 'link':
      return childrenHtml(token);
    case 'image':
    case 'escape':
      return linesHtml((token as Tokens.Image | Tokens.Escape).text);
    case 'text':
      return 'tokens' in token && token.tokens ? childrenHtml(token) : linesHtml(plain((token as Tokens.Text).text));
    default:
      return linesHtml(token.raw);
  }
}

function childrenHtml(token: Token): string {
  return 'tokens' in token && token.tokens ? inlineHtml(token.tokens) : linesHtml(token.raw);
}

/** Entities that stand for a character in Markdown, as the pages show them. */
function plain(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" };

function linesHtml(text: string): string {
  return escapeHtml(text).replace(/\n/g, '<br>');
}
