import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const SOURCE = fileURLToPath(new URL('e-step.ts', import.meta.url));
const TARGET = fileURLToPath(new URL('../src/calibration/e-step/wasm-bytes.ts', import.meta.url));

/** 128-bit SIMD only: no relaxed SIMD, no fused multiply–add, so that every machine rounds alike. */
const FLAGS = ['--optimizeLevel', '3', '--runtime', 'stub', '--enable', 'simd', '--disable', 'bulk-memory'];

/** The text of wasm-bytes.ts as the sources beside this file give it. */
export async function compileKernel() {
  let bytes;
  const files = { 'e-step.ts': readFileSync(SOURCE, 'utf8') };
  const { error, stderr } = await asc.main(
    ['e-step.ts', '--outFile', 'e-step.wasm', '--importMemory', '--noAssert', '--use', 'abort=', ...FLAGS],
    {
      readFile: (name) => files[name] ?? null,
      writeFile: (name, contents) => {
        if (name === 'e-step.wasm') bytes = contents;
      },
      listFiles: () => [],
    },
  );
  if (error) throw new Error(`the kernel does not compile: ${stderr.toString()}`, { cause: error });
  const lines = Buffer.from(bytes)
    .toString('base64')
    .match(/.{1,110}/g);
  return [
    '/** kernel/e-step.ts, compiled by `npm run build:kernel -w @cairn/psychometrics`; a test compares. Base64. */',
    'export const WASM_BYTES =',
    `${lines.map((line) => `  '${line}'`).join(' +\n')};`,
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(TARGET, await compileKernel());
