import type { Catalog } from '@cairn/catalog';
import type { ExamProfile } from '@cairn/exam';
import type { Fault } from './fault.ts';
import { readYamlFiles, type TextFile } from './files.ts';
import type { LoadedItem } from './lint/links.ts';
import type { NamesFile } from './lint/names.ts';
import { loadCatalog } from './load-catalog.ts';
import { loadExams, loadItems } from './load-items.ts';
import { type LoadedLab, loadLabs } from './load-labs.ts';

/** Everything below a content root that could be read. What could not is in `faults`. */
export type Content = {
  readonly files: number;
  readonly catalog: Catalog | undefined;
  readonly names: NamesFile;
  readonly exams: ReadonlyMap<string, ExamProfile>;
  readonly items: readonly LoadedItem[];
  readonly labs: ReadonlyMap<string, LoadedLab>;
  readonly faults: readonly Fault[];
};

const FOLDERS = ['catalog', 'exams', 'items', 'labs'];

function strayFaults(files: readonly TextFile[]): Fault[] {
  return files
    .filter(({ file }) => !FOLDERS.some((folder) => file.startsWith(`${folder}/`)))
    .map(({ file }) => ({ file, line: 1, message: `Content lives in ${FOLDERS.join('/, ')}/; move the file there.` }));
}

/** @throws if `root` is not a folder that can be read */
export async function loadContent(root: string): Promise<Content> {
  const { files, faults } = await readYamlFiles(root);
  const below = (folder: string) => files.filter(({ file }) => file.startsWith(`${folder}/`));
  const { catalog, names, faults: catalogFaults } = loadCatalog(below('catalog'));
  const { exams, faults: examFaults } = loadExams(below('exams'));
  const { items, faults: itemFaults } = loadItems(below('items'));
  const { labs, faults: labFaults } = await loadLabs(root, below('labs'));
  return {
    files: files.length,
    catalog,
    names,
    exams,
    items,
    labs,
    faults: [...faults, ...strayFaults(files), ...catalogFaults, ...examFaults, ...itemFaults, ...labFaults],
  };
}
