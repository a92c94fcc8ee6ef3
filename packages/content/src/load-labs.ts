import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Lab, type LabFaultAt, parseLab } from '@cairn/labs';
import type { Fault } from './fault.ts';
import { readYamlFiles } from './files.ts';
import type { TextFile } from './text-file.ts';
import { isFaults, readYaml, type YamlFile } from './yaml-file.ts';

export type LoadedLab = {
  readonly lab: Lab;
  readonly file: string;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
};

export type LoadedLabs = { readonly labs: ReadonlyMap<string, LoadedLab>; readonly faults: readonly Fault[] };

const PLACE = /^labs\/([^/]+)\/lab\.ya?ml$/;

/** Labs of `labs/<id>/lab.yaml`, each with its `story.md`. A lab with faults is left out; the others load. */
export async function loadLabs(root: string, files: readonly TextFile[]): Promise<LoadedLabs> {
  const labs: LoadedLab[] = [];
  const faults: Fault[] = [];
  for (const file of files) {
    const loaded = await loadLab(root, file);
    if (isFaults(loaded)) faults.push(...loaded);
    else labs.push(loaded);
  }
  return { labs: new Map(labs.sort(byEffort).map((loaded) => [loaded.lab.id, loaded])), faults };
}

const LEVELS = ['introductory', 'intermediate', 'advanced'];

/** From the easiest and shortest to the hardest and longest: the order in which one may do them. */
const byEffort = ({ lab: a }: LoadedLab, { lab: b }: LoadedLab): number =>
  LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
  a.minutes - b.minutes ||
  a.steps.length - b.steps.length ||
  a.id.localeCompare(b.id);

/** The labs alone, for those who need nothing else of the content. A root without labs has none. */
export async function loadLabFolder(root: string): Promise<LoadedLabs> {
  if (!existsSync(join(root, 'labs'))) return { labs: new Map(), faults: [] };
  const { files, faults } = await readYamlFiles(root, 'labs');
  const loaded = await loadLabs(root, files);
  return { labs: loaded.labs, faults: [...faults, ...loaded.faults] };
}

async function loadLab(root: string, source: TextFile): Promise<LoadedLab | readonly Fault[]> {
  const { file } = source;
  const [, folder] = PLACE.exec(file) ?? [];
  if (folder === undefined) return [{ file, line: 1, message: 'A lab is the file labs/<id>/lab.yaml; move it there.' }];
  const yaml = readYaml(source);
  if (isFaults(yaml)) return yaml;
  const { lab, faults } = parseLab(yaml.value, await findStory(root, folder));
  if (lab === undefined) return faults.map((fault) => placedFault(file, yaml, fault));
  if (lab.id === folder) return { lab, file, lineOf: yaml.lineOf };
  return [{ file, line: yaml.lineOf(['id']), message: `The id is "${lab.id}", but the path says "${folder}".` }];
}

function placedFault(file: string, { lineOf }: YamlFile, { path, message }: LabFaultAt): Fault {
  const place = path.length > 0 ? `${path.map(String).join('.')}: ` : '';
  return { file, line: lineOf(path), message: `${place}${message}` };
}

async function findStory(root: string, folder: string): Promise<string | undefined> {
  try {
    return await readFile(join(root, 'labs', folder, 'story.md'), 'utf8');
  } catch {
    return undefined; // the story stands in the lab itself
  }
}
