import { describe, expect, it } from 'vitest';
import { clozeHtml } from './cloze.ts';
import { answerPart, renderTemplate } from './template.ts';

const fields = new Map([
  ['Front', 'F'],
  ['Back', 'B'],
  ['Empty', '<br>'],
  ['Text', '{{c1::x}} y'],
]);
const render = (template: string, side: 'front' | 'back' = 'front') => {
  let typed = 0;
  const onTypedAnswer = () => {
    typed += 1;
  };
  const html = renderTemplate(template, { fields, side, ordinal: 0, tags: 'a b', deck: 'X::Y', onTypedAnswer });
  return { html, typed };
};

describe('a card template', () => {
  it.each([
    ['fields', '{{Front}} – {{ Back }}', 'F – B'],
    ['sections', '{{#Front}}1{{/Front}}{{#Empty}}2{{/Empty}}{{^Empty}}3{{/Empty}}', '13'],
    ['sections in sections', '{{#Front}}a{{#Empty}}b{{#Front}}c{{/Front}}{{/Empty}}d{{/Front}}', 'ad'],
    ['filters', '{{text:Front}} {{hint:Back}} {{cloze:Text}} {{cloze-only:Text}}', 'F B […] y x'],
    ['tags and deck', '{{Tags}} {{Deck}} {{Subdeck}}', 'a b X::Y Y'],
    ['unknown names, speech and comments', '[{{Nope}}{{tts en_US:Front}}{{!note}}]', '[]'],
    ['braces without end', 'a {{Front', 'a {{Front'],
    ['sections never opened or closed', '{{/Front}}a{{#Front}}b', 'ab'],
  ])('has its %s put in', (_, template, html) => {
    expect(render(template).html).toBe(html);
  });

  it('asks for a typed answer only on the back, and says so', () => {
    expect(render('{{type:Back}}')).toEqual({ html: '', typed: 1 });
    expect(render('{{type:Back}}', 'back')).toEqual({ html: 'B', typed: 1 });
  });

  it('is given up when it grows beyond any card', () => {
    fields.set('Long', 'x'.repeat(50_000));

    expect(render('{{Long}}'.repeat(5)).html).toBeUndefined();
  });

  it.each([
    ['F<hr id=answer>B', 'B'],
    ['F<HR class="x" id="answer" />B', 'B'],
    ['B only', 'B only'],
    ['B above<hr id=answer><br>', 'B above<hr id=answer><br>'],
  ])('answers beneath its line: %s', (html, answer) => {
    expect(answerPart(html)).toBe(answer);
  });
});

describe('a cloze', () => {
  it.each([
    ['gaps of its card', '{{c1::a}} {{c2::b}} {{c1::c::hint}}', 0, '[…] b [hint]', '<b>a</b> b <b>c</b>'],
    ['gaps of another card', '{{c1::a}} {{c2::b}}', 1, 'a […]', 'a <b>b</b>'],
    ['gaps in gaps', '{{c1::a {{c2::b}} c}}', 1, 'a […] c', 'a <b>b</b> c'],
    ['a gap of two cards', '{{c1,2::a}}', 1, '[…]', '<b>a</b>'],
    ['a gap without end', '{{c1::a', 0, '{{c1::a', '{{c1::a'],
    ['an end without gap', 'a}}', 0, 'a}}', 'a}}'],
  ])('shows %s', (_, html, ordinal, front, back) => {
    expect(clozeHtml(html, ordinal, 'front')).toBe(front);
    expect(clozeHtml(html, ordinal, 'back')).toBe(back);
  });
});
