import { describe, expect, it } from 'vitest';
import { readProgram, withAddresses } from './read-program.ts';

const importsOf = (code: string) => {
  const read = readProgram(code);
  return read.kind === 'program' ? read.imports : [];
};

describe('what a program imports', () => {
  it('is found in every form, with the names that are asked for and their lines', () => {
    const imports = importsOf(
      [
        "import { S3Client, PutObjectCommand as Put } from '@aws-sdk/client-s3';",
        "import * as iam from '@aws-sdk/client-iam';",
        "export { x } from './x.js';",
        'const { setTimeout: sleep } = await import("node:timers/promises");',
        "console.log(`import { no } from 'nothing'`); // import 'nor this'",
      ].join('\n'),
    );

    expect(imports.map(({ module, place }) => [module, place.line])).toEqual([
      ['@aws-sdk/client-s3', 1],
      ['@aws-sdk/client-iam', 2],
      ['./x.js', 3],
      ['node:timers/promises', 4],
    ]);
    expect(imports[0]?.names).toEqual([
      { name: 'S3Client', place: { line: 1, column: 10 } },
      { name: 'PutObjectCommand', place: { line: 1, column: 20 } },
    ]);
  });

  it('gets addresses without a line being moved', () => {
    const code = "import a from 'a';\nimport { b } from \"b\"; import c from 'a';\nb(a, c, 'a');\n";

    const ready = withAddresses(code, importsOf(code), new Map(Object.entries({ a: 'blob:1', b: 'blob:2' })));

    expect(ready).toBe(
      'import a from "blob:1";\nimport { b } from "blob:2"; import c from "blob:1";\nb(a, c, \'a\');\n',
    );
  });

  it.each([
    ['const a = 1;\nconst b = ;', 'SyntaxError: Unexpected token', { line: 2, column: 11 }],
    ['const a = 1;\nconst a = 2;', "SyntaxError: Identifier 'a' has already been declared", { line: 2, column: 7 }],
  ])('is not asked of a program that cannot be read: %j', (code, message, place) => {
    expect(readProgram(code)).toEqual({ kind: 'fault', fault: { message, place } });
  });
});
