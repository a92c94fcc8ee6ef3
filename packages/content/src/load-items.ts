import { ExamProfile, Item } from '@cairn/exam';
import type { Fault } from './fault.ts';
import type { LoadedItem } from './lint/links.ts';
import type { TextFile } from './text-file.ts';
import { isFaults, parseFile } from './yaml-file.ts';

/** Items of `items/<certification>/*.yaml`. A file with faults is left out; the others load. */
export function loadItems(files: readonly TextFile[]): { items: LoadedItem[]; faults: Fault[] } {
  const items: LoadedItem[] = [];
  const faults: Fault[] = [];
  const places = new Map<string, string>();
  for (const source of files) {
    const { file } = source;
    const parsed = parseFile(source, Item);
    if (isFaults(parsed)) {
      faults.push(...parsed);
      continue;
    }
    const earlier = places.get(parsed.value.id);
    if (earlier !== undefined) {
      faults.push({
        file,
        line: parsed.lineOf(['id']),
        message: `The id is taken by ${earlier}; ids are permanent and unique.`,
      });
      continue;
    }
    places.set(parsed.value.id, file);
    items.push({ item: parsed.value, file, lineOf: parsed.lineOf });
  }
  return { items, faults };
}

/** Exam profiles of `exams/*.yaml`, by id. */
export function loadExams(files: readonly TextFile[]): { exams: Map<string, ExamProfile>; faults: Fault[] } {
  const exams = new Map<string, ExamProfile>();
  const faults: Fault[] = [];
  for (const source of files) {
    const { file } = source;
    const parsed = parseFile(source, ExamProfile);
    if (isFaults(parsed)) {
      faults.push(...parsed);
      continue;
    }
    const expected = file.replace(/^exams\//, '').replace(/\.ya?ml$/, '');
    if (parsed.value.id === expected) exams.set(parsed.value.id, parsed.value);
    else
      faults.push({
        file,
        line: parsed.lineOf(['id']),
        message: `The id is "${parsed.value.id}", but the path says "${expected}".`,
      });
  }
  return { exams, faults };
}
