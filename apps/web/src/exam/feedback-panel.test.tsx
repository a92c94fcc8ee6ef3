import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Sources } from './feedback-panel.tsx';

const sources = [{ url: 'https://docs.example.com/page', title: 'A page', checkedOn: '2026-11-21' }];
const shown = (reviewBy: string | null) => renderToStaticMarkup(<Sources feedback={{ sources, reviewBy }} />);

it('an item whose facts are overdue says so beside its sources', () => {
  expect(shown('2020-01-01')).toContain('were to be checked again by 2020-01-01');
  expect(shown('2999-01-01')).not.toContain('checked again');
  expect(shown(null)).not.toContain('checked again');
});
