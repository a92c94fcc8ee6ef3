import { describe, expect, it } from 'vitest';
import { shapeOfJson } from './json-text.ts';

describe('the shape of a JSON text', () => {
  it('knows where objects and lists stand', () => {
    const text = '{ "a": [ {"b": "}"}, {} ] }';
    const { spans } = shapeOfJson(text, 10);

    expect([...spans].map(([path, { start, end }]) => [path, text.slice(start, end)])).toEqual([
      ['$.a[0]', '{"b": "}"}'],
      ['$.a[1]', '{}'],
      ['$.a', '[ {"b": "}"}, {} ]'],
      ['$', text],
    ]);
  });

  it('finds keys given twice, escapes read, and leaves alike keys elsewhere alone', () => {
    expect(shapeOfJson('{"a":1,"\\u0061":2,"b":{"a":"a"}}', 10).duplicates).toEqual(['$.a']);
  });

  it('stops at the depth asked for', () => {
    expect(shapeOfJson('[[[[[[]]]]]]', 3)).toMatchObject({ depth: 4, spans: new Map() });
    expect(shapeOfJson('[[[]]]', 3).depth).toBe(3);
  });
});
