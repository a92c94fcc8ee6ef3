import { rolldown } from 'rolldown';

/**
 * One file out of a thousand small modules: a local cloud should answer its first call in a third of a second, and most
 * of that would go by on opening files. It lies beside the modules, so that paths relative to them hold.
 */
const bundle = await rolldown({
  input: { bundle: 'dist/index.js' },
  platform: 'node',
  external: [/^@duckdb\//, /^@aws-sdk\//, /^@smithy\//],
});
await bundle.write({
  dir: 'dist',
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: 'bundle-[name].js',
  minify: { mangle: false, compress: false, codegen: { removeWhitespace: true } },
});
await bundle.close();
