import { describe, expect, it } from 'vitest';
import { readNumberCsv, splitCsvLine } from './csv.ts';
import { readLibsvm } from './libsvm.ts';

describe('a line of CSV', () => {
  it.each([
    ['a,b', ['a', 'b']],
    ['a,,', ['a', '', '']],
    ['"a,b",c', ['a,b', 'c']],
    ['"say ""hi""",', ['say "hi"', '']],
    ['a,"",b', ['a', '', 'b']],
  ])('%s', (line, fields) => {
    expect(splitCsvLine(line)).toEqual(fields);
  });
});

describe('numbers', () => {
  it('of CSV may be missing', () => {
    expect(readNumberCsv('1,,3\r\n4,nan,-5e2\n', 'x')).toEqual({
      width: 3,
      cells: [1, Number.NaN, 3, 4, Number.NaN, -500],
    });
  });

  it('of CSV stand in rows of one width', () => {
    expect(() => readNumberCsv('1,2\n3\n', 'x')).toThrow('x: row 2 has 1 columns, but the first row has 2.');
  });

  it('of LIBSVM that are not named are missing', () => {
    expect(readLibsvm('1 0:2 2:3\n0 1:5\n', 'x')).toEqual({
      width: 4,
      cells: [1, 2, Number.NaN, 3, 0, Number.NaN, 5, Number.NaN],
    });
  });
});
