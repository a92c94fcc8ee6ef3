import { expect, it } from 'vitest';
import { isFromWorker, readToWorker } from './messages.ts';

it('the worker takes a list of paths, without what is none, and of a bounded length', () => {
  const many = Array.from({ length: 500 }, (_, index) => `/api/lessons/aif-c01/${index}`);

  expect(readToWorker({ kind: 'keep', paths: ['/api/exams', 7, null] })).toEqual({
    kind: 'keep',
    paths: ['/api/exams'],
  });
  expect(readToWorker({ kind: 'keep', paths: many })).toMatchObject({ paths: { length: 150 } });
});

it.each([undefined, 'activate', { kind: 'keep' }, { kind: 'keep', paths: '/api/exams' }, { kind: 'else' }])(
  'the worker passes over what no page of ours says: %j',
  (data) => {
    expect(readToWorker(data)).toBeUndefined();
  },
);

it('a page knows the word of the worker', () => {
  expect(isFromWorker({ kind: 'installed', entry: '/assets/index-a.js' })).toBe(true);
  expect(isFromWorker({ kind: 'installed' })).toBe(false);
  expect(isFromWorker(null)).toBe(false);
});
