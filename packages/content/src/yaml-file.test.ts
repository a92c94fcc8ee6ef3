import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { MAX_FILE_BYTES } from './text-file.ts';
import { parseFile, readYaml } from './yaml-file.ts';

const schema = z.strictObject({ name: z.string(), list: z.array(z.strictObject({ n: z.number() })) });

const source = (text: string) => ({ file: 'a.yaml', text });

describe('a content file', () => {
  it('comes back as its schema promises', () => {
    expect(parseFile(source('name: x\nlist:\n  - n: 1\n'), schema)).toMatchObject({
      value: { name: 'x', list: [{ n: 1 }] },
    });
  });

  it('names the line of each fault', () => {
    expect(parseFile(source('name: x\nlist:\n  - n: 1\n  - n: two\nextra: 1\n'), schema)).toEqual([
      { file: 'a.yaml', line: 4, message: 'list.1.n: Invalid input: expected number, received string' },
      { file: 'a.yaml', line: 1, message: 'Unrecognized key: "extra"' },
    ]);
  });

  it('says where its syntax breaks', () => {
    expect(readYaml(source('name: "x\nlist: ['))).toMatchObject([
      { file: 'a.yaml', line: 2, message: expect.stringContaining('Missing closing') },
    ]);
  });

  it('is refused when it is huge or explodes through aliases', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c]\n`;

    expect(readYaml(source('x'.repeat(MAX_FILE_BYTES + 1)))).toMatchObject([{ line: 1 }]);
    expect(readYaml(source(bomb))).toMatchObject([{ message: expect.stringContaining('alias') }]);
  });
});
