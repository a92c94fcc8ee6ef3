import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepare, ROOT } from './prepare.mjs';

prepare();
process.argv.splice(2, 0, 'start');
await import(pathToFileURL(join(ROOT, 'apps', 'cli', 'dist', 'main.js')).href);
