import { describe, expect, it } from 'vitest';
import { withSetting } from '../active-screen/view.tsx';
import { withPlaced } from '../drag-and-drop/view.tsx';
import { arrowBetween, linesOf } from '../hot-area/geometry.ts';
import { withAnswer } from './answer-select.tsx';
import { toggled } from './choice-rows.tsx';
import { nextTab } from './context-tabs.tsx';
import { placedAt, without } from './placing.ts';

describe('a list to order', () => {
  it('moves a step up, down, and to either end', () => {
    expect(placedAt(['one', 'two', 'three'], 'two', 0, 3)).toEqual(['two', 'one', 'three']);
    expect(placedAt(['one', 'two', 'three'], 'two', 2, 3)).toEqual(['one', 'three', 'two']);
    expect(placedAt(['one', 'two', 'three'], 'one', 99, 3)).toEqual(['two', 'three', 'one']);
  });

  it('inserts a newcomer where it is dropped', () => {
    expect(placedAt(['one', 'two'], 'three', 1, 3)).toEqual(['one', 'three', 'two']);
  });

  it('takes no newcomer once it is full', () => {
    expect(placedAt(['one', 'two'], 'three', 0, 2)).toEqual(['one', 'two']);
  });

  it('forgets a removed step', () => {
    expect(without(['one', 'two'], 'one')).toEqual(['two']);
  });
});

describe('answers to parts', () => {
  it('replaces an answer and takes one back', () => {
    expect(withAnswer({ forms: 'lex' }, 'forms', 'textract')).toEqual({ forms: 'textract' });
    expect(withAnswer({ forms: 'lex', bot: 'lex' }, 'forms', undefined)).toEqual({ bot: 'lex' });
  });

  it('moves a value that may serve once out of its former target', () => {
    expect(withPlaced('once', { left: 'search' }, 'right', 'search')).toEqual({ right: 'search' });
    expect(withPlaced('many', { left: 'search' }, 'right', 'search')).toEqual({ left: 'search', right: 'search' });
    expect(withPlaced('once', { left: 'search', right: 'speech' }, 'left', undefined)).toEqual({ right: 'speech' });
  });

  it('answers untouched check boxes as they stand, with the first setting', () => {
    const fields = [
      { id: 'filter', label: 'Filter', control: 'check-box' as const },
      { id: 'type', label: 'Type', control: 'radio' as const, options: [] },
    ];

    expect(withSetting(fields, {}, 'type', 'ptu')).toEqual({ filter: 'unchecked', type: 'ptu' });
    expect(withSetting(fields, { filter: 'checked' }, 'type', 'ptu')).toEqual({ filter: 'checked', type: 'ptu' });
  });

  it('lists chosen options in the order of the question', () => {
    const order = [{ id: 'one' }, { id: 'two' }, { id: 'three' }];

    expect(toggled(['three'], 'one', order)).toEqual(['one', 'three']);
    expect(toggled(['one', 'three'], 'one', order)).toEqual(['three']);
  });
});

it('leads through tabs with arrow keys, Home and End', () => {
  expect(nextTab('ArrowRight', 2, 3)).toBe(0);
  expect(nextTab('ArrowLeft', 0, 3)).toBe(2);
  expect(nextTab('Home', 2, 3)).toBe(0);
  expect(nextTab('End', 0, 3)).toBe(2);
  expect(nextTab('a', 1, 3)).toBe(1);
});

describe('a drawn picture', () => {
  it('breaks labels into lines that fit', () => {
    expect(linesOf('Nightly batch job', 80)).toEqual(['Nightly', 'batch job']);
    expect(linesOf('Gateway', 400)).toEqual(['Gateway']);
  });

  it('draws arrows from edge to edge', () => {
    const left = { x: 0, y: 0, width: 100, height: 40 };

    expect(arrowBetween(left, { ...left, x: 200 })).toEqual({ start: { x: 100, y: 20 }, end: { x: 200, y: 20 } });
    expect(arrowBetween(left, left)).toEqual({ start: { x: 50, y: 20 }, end: { x: 50, y: 20 } });
  });
});
