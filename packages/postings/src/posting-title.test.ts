import { expect, it } from 'vitest';
import { postingTitle } from './posting-title.ts';

it.each([
  [{ id: 'a.csv#1', title: 'Data  Scientist' }, 'Text', 'Data Scientist'],
  [{ id: 'a.txt' }, '\n\n-----\n## **ML Engineer**\nBerlin', 'ML Engineer'],
  [{ id: 'a.txt' }, 'Hello,\n\nRole: Data Engineer (AWS)\nin Leeds', 'Data Engineer (AWS)'],
  [{ id: 'a.txt' }, '•••\n123', 'a.txt'],
  [{ id: 'a.txt' }, `${'very '.repeat(40)}long`, `${'very '.repeat(40).slice(0, 89).trimEnd()}…`],
])('names %o by its title, its first line or its file', (read, text, title) => {
  expect(postingTitle(read, text)).toBe(title);
});
