import { expect, it } from 'vitest';
import { isMissingPart } from './missing-part.ts';

it.each([
  'Failed to fetch dynamically imported module: http://127.0.0.1:4280/assets/labs-page-x.js',
  'error loading dynamically imported module: http://127.0.0.1:4280/assets/labs-page-x.js',
  'Importing a module script failed.',
  'Unable to preload CSS for /assets/exam-x.css',
])('a part that could not be loaded is told from a bug: %s', (message) => {
  expect(isMissingPart(new TypeError(message))).toBe(true);
});

it('a bug is no missing part', () => {
  expect(isMissingPart(new TypeError('x is undefined'))).toBe(false);
  expect(isMissingPart('Importing a module script failed.')).toBe(false);
});
