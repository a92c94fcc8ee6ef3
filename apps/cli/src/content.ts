import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalog } from '@cairn/catalog';
import { type Content, loadCatalogFolder, loadContent, loadLabFolder } from '@cairn/content';
import type { Lab } from '@cairn/labs';
import { UsageError } from './failure.ts';
import { ROOT } from './options.ts';

const CONTENT = join(ROOT, 'content');

/** A profile or table is small; a gigabyte given by mistake is not read. */
const MAX_INPUT_BYTES = 10_000_000;

/** The content of this checkout, with its catalog. */
export async function openContent(): Promise<Content & { readonly catalog: Catalog }> {
  const content = await loadContent(CONTENT);
  return { ...content, catalog: readable(content.catalog) };
}

/** The catalog alone: a command that needs no items starts in a third of the time. */
export async function openCatalog(): Promise<Catalog> {
  const { catalog } = await loadCatalogFolder(CONTENT);
  return readable(catalog);
}

/** The labs alone. */
export async function openLabs(): Promise<readonly Lab[]> {
  const { labs } = await loadLabFolder(CONTENT);
  return [...labs.values()].map(({ lab }) => lab);
}

function readable(catalog: Catalog | undefined): Catalog {
  if (catalog) return catalog;
  throw new UsageError(`The catalog in ${CONTENT} cannot be read; run "cairn content check" to see why.`);
}

/** @throws UsageError if the file is missing, too large or no JSON */
export async function readJson(file: string, what: string): Promise<unknown> {
  const size = await stat(file).then(
    (found) => (found.isFile() ? found.size : -1),
    () => -1,
  );
  if (size < 0) throw new UsageError(`There is no ${what} at ${file}; check the path.`);
  if (size > MAX_INPUT_BYTES)
    throw new UsageError(`${file} has ${size} bytes; a ${what} has at most ${MAX_INPUT_BYTES}.`);
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : 'unreadable';
    throw new UsageError(`${file} is not valid JSON: ${reason}.`);
  }
}
