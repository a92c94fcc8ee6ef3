import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { InlineMarkdown, Markdown } from './markdown.tsx';

const html = (text: string) => renderToStaticMarkup(<Markdown text={text} />);

describe('Markdown', () => {
  it.each([
    ['a paragraph', 'One line', '<p>One line</p>'],
    ['emphasis', 'a **b** *c*', '<strong>b</strong> <em>c</em>'],
    ['code', 'use `a < b`', '<code>a &lt; b</code>'],
    ['a numbered list that starts at 3', '3. c\n4. d', '<ol start="3"><li>'],
    ['a bullet list', '- a\n- b', '<ul><li>'],
    ['a quotation', '> said', '<blockquote><p>said</p></blockquote>'],
  ])('renders %s', (_, text, expected) => {
    expect(html(text)).toContain(expected);
  });

  it('renders a table with column heads that the keyboard can scroll', () => {
    const table = html('| A | B |\n|---|---|\n| 1 | 2 |');

    expect(table).toContain('<th scope="col">A</th>');
    expect(table).toContain('<td>2</td>');
    expect(table).toContain('tabindex="0"');
  });

  it('keeps the text of a fenced block as it is', () => {
    expect(html('```python\nif a < b:\n    pass\n```')).toContain('if a &lt; b:\n    pass');
  });

  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['a handler', 'x <img src=x onerror=alert(1)> y'],
    ['a frame in a list', '- <iframe src="https://example.org"></iframe>'],
  ])('shows %s as text and never as an element', (_, text) => {
    expect(html(text)).not.toMatch(/<(script|img|iframe)/);
    expect(html(text)).toContain('&lt;');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example', 'vbscript:x', 'JaVaScRiPt:alert(1)'])(
    'makes no link of %s',
    (address) => {
      expect(html(`[text](${address})`)).not.toContain('href');
      expect(html(`[text](${address})`)).toContain('text');
    },
  );

  it('opens an outside link without telling it where it was opened', () => {
    expect(html('[docs](https://example.org/a)')).toContain(
      'href="https://example.org/a" target="_blank" rel="noreferrer noopener"',
    );
  });

  it('keeps a link within the site in the same tab', () => {
    expect(html('[pay](/read/pay)')).toContain('<a href="/read/pay">pay</a>');
  });

  it('loads no picture: its alternative text stands for it', () => {
    expect(html('![a map](https://example.org/map.png)')).toBe('<div class="prose-cairn "><p>a map</p></div>');
  });

  it('decodes the entities that writers use', () => {
    expect(html('A &amp; B')).toContain('A &amp; B');
    expect(html('A &amp; B')).not.toContain('amp;amp;');
  });

  it('wraps one line in nothing', () => {
    expect(renderToStaticMarkup(<InlineMarkdown text="a `b`" />)).toBe('a <code>b</code>');
  });
});
