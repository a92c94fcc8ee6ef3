import { prerender } from 'react-dom/static';
import { describe, expect, it, vi } from 'vitest';
import { FIGURES, isFigureId, readFigure } from './index.ts';
import { FIGURE_VIEWS } from './views.ts';

const CAPTION = 'Move it, and look at what changes.';

const pages = new Map<string, Promise<string>>();

/** Each page once: the models behind some figures take their time. */
function render(id: string): Promise<string> {
  const page = pages.get(id) ?? draw(id);
  pages.set(id, page);
  return page;
}

async function draw(id: string): Promise<string> {
  if (!isFigureId(id)) throw new Error(`no figure ${id}`);
  const View = FIGURE_VIEWS[id];
  const { prelude } = await prerender(<View params={{}} caption={CAPTION} />);
  return new Response(prelude).text();
}

describe.each(FIGURES)('the figure $id', ({ id, title, read }) => {
  it('is whole without any parameter, and tells itself in words', () => {
    const reading = read({});

    expect(reading.outcome).toBe('read');
    if (reading.outcome !== 'read') return;
    expect(reading.textAlternative.length).toBeGreaterThan(150);
    expect(reading.textAlternative).toMatch(/\d/);
    expect(reading.textAlternative).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });

  it('refuses a parameter it does not know in one sentence that names the figure', () => {
    const reading = read({ 'not-a-parameter': 1 });

    expect(reading).toMatchObject({ outcome: 'fault', message: expect.stringContaining(id) });
  });

  it('draws with its title, its caption, its words, and no coordinate that is not a number', async () => {
    const warned = vi.spyOn(console, 'error');

    const html = await render(id);

    expect(html).toContain(title);
    expect(html).toContain(CAPTION);
    expect(html).toContain('The figure in words');
    expect(html).toContain('aria-live="polite"');
    expect(html).not.toMatch(/NaN|Infinity|undefined/);
    expect(warned).not.toHaveBeenCalled();
  });

  it('has something to move, and a name for every control and picture', async () => {
    const html = await render(id);
    const inputs = html.match(/<(input|select|textarea)\b[^>]*>/g) ?? [];

    const unnamed = inputs.filter((tag) => {
      const own = /\bid="([^"]+)"/.exec(tag)?.[1];
      const isLabelled = own !== undefined && html.includes(`for="${own}"`);
      return !isLabelled && !/aria-label=/.test(tag) && !/type="radio"/.test(tag); // radios stand in their labels
    });
    expect(inputs.length + (html.match(/<button/g) ?? []).length).toBeGreaterThan(1);
    expect(unnamed).toEqual([]);
    expect((html.match(/<svg[^>]*role="img"[^>]*>/g) ?? []).filter((tag) => !/aria-label/.test(tag))).toEqual([]);
  });
});

it('knows every figure once', () => {
  const ids = FIGURES.map(({ id }) => id);

  expect(new Set(ids).size).toBe(ids.length);
});

it('says which figure was probably meant', () => {
  expect(readFigure('decision-treshold', {})).toMatchObject({
    outcome: 'fault',
    message: expect.stringContaining('Did you mean “decision-threshold”?'),
  });
});
