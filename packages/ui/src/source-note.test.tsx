import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { SourceNote } from './source-note.tsx';

const note = (grades: readonly string[]) =>
  renderToStaticMarkup(
    <SourceNote
      about="the price"
      evidence={grades.map((grade, index) => ({ source: `S${index}`, date: `2026-11-0${index + 1}`, grade }))}
    />,
  );

describe('SourceNote', () => {
  it('calls a fact from memory unverified without a click', () => {
    expect(note(['M'])).toContain('unverified');
  });

  it('does not once any source backs the fact', () => {
    expect(note(['M', 'A'])).not.toContain('unverified');
  });

  it('shows the newest date and says what the fact is', () => {
    expect(note(['A', 'B'])).toContain('source, 2026-11-02');
    expect(note(['A', 'B'])).toContain('for the price');
  });

  it('is nothing for a fact without evidence', () => {
    expect(renderToStaticMarkup(<SourceNote about="x" evidence={[]} />)).toBe('');
  });
});
