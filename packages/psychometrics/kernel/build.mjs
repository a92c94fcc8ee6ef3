import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const SOURCES = ['index.ts', 'coding.ts', 'e-step.ts', 'product-table.ts'];
const TARGET = fileURLToPath(new URL('../src/calibration/e-step/wasm-bytes.ts', import.meta.url));

/** 128-bit SIMD only: no relaxed SIMD, no fused multiply–add, so that every machine rounds alike. */
const FLAGS = ['--optimizeLevel', '3', '--runtime', 'stub', '--enable', 'simd', '--disable', 'bulk-memory'];

/** The text of wasm-bytes.ts as the sources beside this file give it. */
export async function compileKernel() {
  let bytes;
  const read = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');
  const { error, stderr } = await asc.main(
    ['index.ts', '--outFile', 'kernel.wasm', '--importMemory', '--noAssert', '--use', 'abort=', ...FLAGS],
    {
      readFile: (name) => (SOURCES.includes(name) ? read(name) : null),
      writeFile: (name, contents) => {
        if (name === 'kernel.wasm') bytes = contents;
      },
      listFiles: () => [],
    },
  );
  if (error) throw new Error(`the kernel does not compile: ${stderr.toString()}`, { cause: error });
  const lines = Buffer.from(bytes)
    .toString('base64')
    .match(/.{1,110}/g);
  return [
    '/** kernel/*.ts, compiled by `npm run build:kernel -w @cairn/psychometrics`; a test compares. Base64. */',
    'export const WASM_BYTES =',
    `${lines.map((line) => `  '${line}'`).join(' +\n')};`,
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(TARGET, await compileKernel());
