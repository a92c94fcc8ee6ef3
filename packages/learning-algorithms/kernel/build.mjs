import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const SOURCES = ['index.ts', 'gradients.ts', 'histogram.ts', 'rows.ts', 'scan.ts'];
const TARGET = fileURLToPath(new URL('../src/trees/kernel/wasm-bytes.ts', import.meta.url));

/** 128-bit SIMD only: no relaxed SIMD, no fused multiply–add, so that every machine rounds alike. */
const FLAGS = ['--optimizeLevel', '3', '--runtime', 'stub', '--enable', 'simd', '--disable', 'bulk-memory'];
/** The same code over memory that threads share; its limits must be known. */
const SHARED = ['--enable', 'threads', '--sharedMemory', '--initialMemory', '1', '--maximumMemory', '65536'];

async function compiled(flags) {
  let bytes;
  const read = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');
  const { error, stderr } = await asc.main(
    ['index.ts', '--outFile', 'kernel.wasm', '--importMemory', '--noAssert', '--use', 'abort=', ...flags],
    {
      readFile: (name) => (SOURCES.includes(name) ? read(name) : null),
      writeFile: (name, contents) => {
        if (name === 'kernel.wasm') bytes = contents;
      },
      listFiles: () => [],
    },
  );
  if (error) throw new Error(`the kernel does not compile: ${stderr.toString()}`, { cause: error });
  return Buffer.from(bytes).toString('base64');
}

const constant = (name, text) =>
  `export const ${name} =\n${text
    .match(/.{1,110}/g)
    .map((line) => `  '${line}'`)
    .join(' +\n')};`;

/** The text of wasm-bytes.ts as the sources beside this file give it. */
export async function compileKernel() {
  return [
    '/** kernel/*.ts, compiled by `npm run build:kernel -w @cairn/learning-algorithms`; a test compares. Base64. */',
    constant('WASM_BYTES', await compiled(FLAGS)),
    '',
    '/** The same over memory that threads share. */',
    constant('SHARED_WASM_BYTES', await compiled([...FLAGS, ...SHARED])),
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(TARGET, await compileKernel());
