import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Option } from 'commander';
import { UsageError } from './failure.ts';

/** The checkout: this file lies in apps/cli/src or apps/cli/dist. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }; // our own file
export const VERSION = version;

export const dataOption = () => new Option('--data <dir>', 'directory that holds your data').default('.cairn');

/** @throws UsageError unless `text` is a TCP port */
export function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`--port ${text} is not a port; give a number from 0 to 65535, where 0 takes any free one.`);
}

/** @throws UsageError if a file that was named does not exist */
export function existingFile(file: string, what: string): string {
  if (existsSync(file)) return file;
  throw new UsageError(`There is no ${what} at ${file}; check the path.`);
}
