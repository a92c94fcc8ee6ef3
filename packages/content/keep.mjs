import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keepTexts } from './dist/index.js';

const CONTENT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'content');
try {
  await keepTexts(CONTENT);
} catch (error) {
  process.stderr.write(`cairn: starts stay slower, for the content could not be kept as read: ${error.message}.\n`);
}
