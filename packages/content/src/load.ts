import type { Catalog } from '@cairn/catalog';
import type { ExamProfile } from '@cairn/exam';
import type { Fault } from './fault.ts';
import { readMarkdownFiles, readYamlFiles } from './files.ts';
import type { LoadedItem } from './lint/links.ts';
import type { NamesFile } from './lint/names.ts';
import { loadCatalog } from './load-catalog.ts';
import { loadExams, loadItems } from './load-items.ts';
import { type LoadedLab, loadLabs } from './load-labs.ts';
import { type LoadedCards, type LoadedLesson, loadCards, loadLessons } from './load-lessons.ts';
import { type LoadedServices, type LoadedSheet, loadSheets } from './load-sheets.ts';
import type { TextFile } from './text-file.ts';

/** Everything below a content root that could be read. What could not is in `faults`. */
export type Content = {
  readonly files: number;
  readonly catalog: Catalog | undefined;
  readonly names: NamesFile;
  readonly exams: ReadonlyMap<string, ExamProfile>;
  readonly items: readonly LoadedItem[];
  readonly labs: ReadonlyMap<string, LoadedLab>;
  /** By task statement. */
  readonly lessons: ReadonlyMap<string, LoadedLesson>;
  readonly cards: readonly LoadedCards[];
  /** By exam. */
  readonly sheets: ReadonlyMap<string, LoadedSheet>;
  readonly services: LoadedServices | undefined;
  readonly faults: readonly Fault[];
};

const FOLDERS = ['catalog', 'cards', 'exams', 'items', 'labs', 'lessons', 'sheets'];

function strayFaults(files: readonly TextFile[]): Fault[] {
  return files
    .filter(({ file }) => !FOLDERS.some((folder) => file.startsWith(`${folder}/`)))
    .map(({ file }) => ({ file, line: 1, message: `Content lives in ${FOLDERS.join('/, ')}/; move the file there.` }));
}

/** @throws if `root` is not a folder that can be read */
export async function loadContent(root: string): Promise<Content> {
  const { files, faults } = await readYamlFiles(root);
  const texts = await readMarkdownFiles(root, 'lessons');
  const below = (folder: string) => files.filter(({ file }) => file.startsWith(`${folder}/`));
  const { faults: catalogFaults, ...catalog } = loadCatalog(below('catalog'));
  const { faults: examFaults, ...exams } = loadExams(below('exams'));
  const { faults: itemFaults, ...items } = loadItems(below('items'));
  const { faults: labFaults, ...labs } = await loadLabs(root, below('labs'));
  const { faults: lessonFaults, ...lessons } = loadLessons(texts.files);
  const { faults: cardFaults, ...cards } = loadCards(below('cards'));
  const { faults: sheetFaults, ...sheets } = loadSheets(below('sheets'));
  return {
    files: files.length + texts.files.length,
    ...catalog,
    ...exams,
    ...items,
    ...labs,
    ...lessons,
    ...cards,
    ...sheets,
    faults: [
      ...faults,
      ...texts.faults,
      ...strayFaults(files),
      ...catalogFaults,
      ...examFaults,
      ...itemFaults,
      ...labFaults,
      ...lessonFaults,
      ...cardFaults,
      ...sheetFaults,
    ],
  };
}
