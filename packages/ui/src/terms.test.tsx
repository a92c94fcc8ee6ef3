import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Markdown } from './markdown.tsx';
import { headingId, headingsIn, termIndex, termsIn } from './terms.ts';

const index = termIndex([
  { id: 'token', names: ['Token'] },
  { id: 'rag', names: ['Retrieval-augmented generation', 'RAG'] },
  { id: 'endpoint', names: ['Endpoint'] },
  { id: 'interface-endpoint', names: ['Interface endpoint'] },
  { id: 'policy', names: ['Policy'] },
  { id: 'ci-cd', names: ['CI/CD'] },
]);

const render = (id: string, text: string) => <mark key={id}>{text}</mark>;
const html = (text: string, skip: readonly string[] = []) =>
  renderToStaticMarkup(<Markdown text={text} terms={{ index, skip: new Set(skip), render }} />);

describe('terms in a text', () => {
  it.each([
    ['where they first stand, and only there', 'A token and a token', 'A <mark>token</mark> and a token'],
    ['in the plural', 'Tokens and policies', '<mark>Tokens</mark> and <mark>policies</mark>'],
    ['by the longest name', 'an interface endpoint', 'an <mark>interface endpoint</mark>'],
    ['in emphasis', 'an **endpoint**', '<strong><mark>endpoint</mark></strong>'],
    ['in lists', '- one token', '<mark>token</mark>'],
    ['in cells of tables', '| token |\n|---|\n| token |', '<td><mark>token</mark></td>'],
    ['over the end of a line', 'an interface\nendpoint', '<mark>interface\nendpoint</mark>'],
    ['as abbreviations', 'with RAG', 'with <mark>RAG</mark>'],
    ['with signs in them', 'CI/CD runs', '<mark>CI/CD</mark> runs'],
    ['beside characters that HTML escapes', 'a < token & more', 'a &lt; <mark>token</mark> &amp; more'],
  ])('are marked %s', (_, text, expected) => {
    expect(html(text)).toContain(expected);
  });

  it.each([
    ['code', 'use `token`'],
    ['a block of code', '```\ntoken\n```'],
    ['a link', '[the token](https://example.org)'],
    ['a heading', '## Token'],
    ['the head of a table', '| token |\n|---|\n| x |'],
    ['another word', 'tokenizer, a multi-token thing'],
    ['a word that an abbreviation spells', 'an old rag'],
  ])('are not marked in %s', (_, text) => {
    expect(html(text)).not.toContain('<mark>');
  });

  it('are left out where they were explained before', () => {
    expect(html('A token at an endpoint', ['token'])).toContain('A token at an <mark>endpoint</mark>');
  });

  it('are told beforehand, for a text that comes in pieces', () => {
    expect([...termsIn('**RAG** needs tokens, not `CI/CD`', index)]).toEqual(['rag', 'token']);
  });

  it('change no word of any text', () => {
    const word = fc.constantFrom('token', 'RAG', 'a', '&', '<', '**', 'endpoint', '\n', '- ', '`', '|', 'é');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        const text = words.join(' ');
        const plain = renderToStaticMarkup(<Markdown text={text} />);

        expect(html(text).replaceAll(/<\/?mark>/g, '')).toBe(plain);
      }),
    );
  });

  it('may be none at all', () => {
    expect([...termsIn('token', termIndex([]))]).toEqual([]);
  });
});

describe('headings', () => {
  it('have an id by which an outline leads to them', () => {
    const text = '### Words that nest\n\n```\n### no heading\n```\n';
    const page = renderToStaticMarkup(<Markdown text={text} headings={{ idPrefix: 'idea', firstLevel: 3 }} />);

    expect(headingsIn(text, 3)).toEqual(['Words that nest']);
    expect(page).toContain(`<h3 class="text-xl" id="${headingId('idea', 'Words that nest')}">`);
  });
});
