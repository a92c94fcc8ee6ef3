import { describe, expect, it } from 'vitest';
import type { AnkiLossKind } from '../deck.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { markdownToHtml } from './markdown-to-html.ts';

function read(html: string): { text: string; lost: AnkiLossKind[] } {
  const lost: AnkiLossKind[] = [];
  const text = htmlToMarkdown(html, (kind) => lost.push(kind));
  return { text, lost };
}

describe('HTML of a field as Markdown', () => {
  it.each([
    ['marks', '<b>bold</b>, <em>soft</em>, <code>a &lt; b</code>', '**bold**, *soft*, `a < b`'],
    ['marks in marks', '<b>bold <i>and soft</i></b>', '**bold *and soft***'],
    ['spaces inside a mark', 'a<b> bold </b>b', 'a **bold** b'],
    ['the words where marks overlap', '<b>x<i>y</b>z</i>', 'xyz'],
    ['a mark never closed', 'a <b>b', 'a **b**'],
    ['lines of an editor', 'one<div>two</div><div><br></div><div>three</div>', 'one\ntwo\n\nthree'],
    ['breaks at the ends', '<br><br>one<br><br><br><br>two<br>', 'one\n\ntwo'],
    ['spaces and line ends of the source', ' a\n\n  b&nbsp; c ', 'a b c'],
    ['preformatted code', '<pre><code>a = 1\n  b = 2</code></pre>', '`a = 1`\n`b = 2`'],
    ['entities', '&Delta;x &ge; 5 &#215; &#x1F600; &unknown; &amp;lt;', 'Δx ≥ 5 × 😀 \\&unknown; \\&lt;'],
    ['a number that is no character', 'a&#xD800;b&#0;', 'a\ufffdb\ufffd'],
    ['backticks in code', '<code>a `b`</code>', '`` a `b` ``'],
    ['comments and declarations', 'a<!-- <b> --><!DOCTYPE html>b', 'ab'],
    ['a comment without end', 'a<!-- b', 'a'],
    ['signs that are no tags', '1 < 2 and 3 > 2 <- x', '1 < 2 and 3 > 2 <- x'],
    ['what looks like Markdown', 'f(*args, **kw) and `x`', 'f(\\*args, \\*\\*kw) and \\`x\\`'],
  ])('keeps %s', (_, html, markdown) => {
    const { text, lost } = read(html);

    expect(text).toBe(markdown);
    expect(lost).toEqual([]);
  });

  it('escapes what would be a mark, and the parser agrees', () => {
    const { text } = read('a *b* c_d_e [f](g) `h` ~~i~~ &lt;j&gt; \\k');

    expect(markdownToHtml(text)).toBe('a *b* c_d_e [f](g) `h` ~~i~~ &lt;j&gt; \\k');
  });

  it.each<[string, string, string, AnkiLossKind]>([
    ['a picture', 'Where? <img src="a>b.png" alt="x">', 'Where?', 'media'],
    ['a sound', 'Say [sound:a.mp3] it', 'Say it', 'media'],
    ['a spoken text', 'Say[anki:tts lang=en_US]this[/anki:tts]', 'Say', 'media'],
    ['a link', '<a href="https://example.org">Docs</a>', 'Docs', 'link'],
    ['a script', 'a<script>if (1 < 2) alert("</b>")</script>b', 'ab', 'script'],
    ['a colour', '<span style="color:red">red</span>', 'red', 'formatting'],
    ['a list', '<ul><li>one</li><li>two</li></ul>', '• one\n• two', 'formatting'],
    ['a power', 'x<sup>2</sup>', 'x^2', 'formatting'],
    ['a formula', 'Area \\(\\pi r^2\\)?', 'Area `\\pi r^2`?', 'formula'],
    ['a formula of old', '[latex]\\alpha[/latex]', '`\\alpha`', 'formula'],
  ])('tells that %s is not as it was', (_, html, markdown, kind) => {
    const { text, lost } = read(html);

    expect(text).toBe(markdown);
    expect(new Set(lost)).toEqual(new Set([kind]));
  });

  it('keeps the words of a text with thousands of marks', () => {
    const { text } = read('<b>a</b>*'.repeat(3000));

    expect(text).toBe('a\\*'.repeat(3000));
  });
});

describe('Markdown as HTML of a field', () => {
  it.each([
    ['code', '`a < b` & c', '<code>a &lt; b</code> &amp; c'],
    ['emphasis', '*a* __b__', '<i>a</i> <b>b</b>'],
    ['a link as its text', '[the *docs*](https://example.org)', 'the <i>docs</i>'],
    ['a bare address', 'see https://example.org/a_b', 'see https://example.org/a_b'],
    ['a picture as its words', '![A map](map.png)', 'A map'],
    ['a tag as text', '<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['escapes and entities', '\\*a\\* &amp; &lt;', '*a* &amp; &lt;'],
    ['lines', 'a\nb', 'a<br>b'],
    ['the sign between fields', 'a\u001fb', 'ab'],
  ])('writes %s', (_, markdown, html) => {
    expect(markdownToHtml(markdown)).toBe(html);
  });
});
