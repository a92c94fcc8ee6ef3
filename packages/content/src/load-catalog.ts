import {
  AdvisorFile,
  assembleCatalog,
  type Catalog,
  type CatalogFault,
  CertificationFile,
  ConflictsFile,
  CostsFile,
  FaqFile,
  GlossaryFile,
  NewsFile,
  RoleFile,
  SalariesFile,
  SkillsFile,
  SourcesFile,
} from '@cairn/catalog';
import type { Fault } from './fault.ts';
import { readYamlFiles } from './files.ts';
import { NamesFile } from './lint/names.ts';
import type { TextFile } from './text-file.ts';
import { isFaults, type Parsed, parseFile } from './yaml-file.ts';

export type LoadedCatalog = {
  /** Absent when a file that holds a whole part is missing or broken. */
  readonly catalog: Catalog | undefined;
  readonly names: NamesFile;
  readonly faults: readonly Fault[];
};

/** Parts that are one file with a list in it: where the file is, and what the list is called there. */
const LISTS = {
  skills: { file: 'catalog/skills.yaml', key: 'skills' },
  sources: { file: 'catalog/sources.yaml', key: 'sources' },
  conflicts: { file: 'catalog/conflicts.yaml', key: 'conflicts' },
  salaries: { file: 'catalog/salaries.yaml', key: 'salaries' },
  glossary: { file: 'catalog/glossary.yaml', key: 'terms' },
  faq: { file: 'catalog/faq.yaml', key: 'entries' },
  news: { file: 'catalog/status-news.yaml', key: 'news' },
} as const;

const ADVISOR = 'catalog/advisor.yaml';
const COSTS = 'catalog/costs.yaml';
const NAMES = 'catalog/names.yaml';

type Schema<T> = Parameters<typeof parseFile>[1] & { readonly _zod: { readonly output: T } };

/** Reads files one after another and remembers where everything came from. */
class CatalogReader {
  readonly faults: Fault[] = [];
  readonly #files: ReadonlyMap<string, TextFile>;
  readonly #lines = new Map<string, Parsed<unknown>['lineOf']>();

  constructor(files: readonly TextFile[]) {
    this.#files = new Map(files.map((file) => [file.file, file]));
  }

  one<T>(file: string, schema: Schema<T>): T | undefined {
    const source = this.#files.get(file);
    if (source === undefined) {
      this.faults.push({ file, line: 1, message: 'The file is missing.' });
      return undefined;
    }
    const parsed = parseFile(source, schema);
    if (isFaults(parsed)) {
      this.faults.push(...parsed);
      return undefined;
    }
    this.#lines.set(file, parsed.lineOf);
    return parsed.value as T; // what the schema gives
  }

  /** Every file of a folder; `nameOf` says what a file with this content is called. */
  folder<T>(folder: string, schema: Schema<T>, nameOf: (value: T) => string): T[] {
    const files = [...this.#files.keys()].filter((file) => file.startsWith(`${folder}/`)).sort();
    return files.flatMap((file) => {
      const value = this.one(file, schema);
      if (value === undefined) return [];
      const expected = `${folder}/${nameOf(value)}.yaml`;
      if (file !== expected)
        this.faults.push({ file, line: 1, message: `By its content the file is called ${expected}.` });
      return [value];
    });
  }

  /** A broken link, at its file and line. */
  place({ part, id, path, message }: CatalogFault): Fault {
    const [file, prefix] = placeOf(part, id);
    return { file, line: this.#lines.get(file)?.([...prefix, ...path]) ?? 1, message };
  }
}

function placeOf(part: keyof Catalog, id: string): [file: string, prefix: readonly string[]] {
  if (part === 'certifications') return [`catalog/certifications/${id.toLowerCase()}.yaml`, []];
  if (part === 'roles') return [`catalog/roles/${id}.yaml`, []];
  if (part === 'advisor') return [ADVISOR, []];
  if (part === 'costs') return [COSTS, []];
  return [LISTS[part].file, [LISTS[part].key]];
}

/** Reads `catalog/`, follows every link in it, and says what is broken and where. */
export function loadCatalog(files: readonly TextFile[]): LoadedCatalog {
  const reader = new CatalogReader(files);
  const certifications = reader.folder('catalog/certifications', CertificationFile, ({ code }) => code.toLowerCase());
  const roles = reader.folder('catalog/roles', RoleFile, ({ id }) => id);
  const skills = reader.one(LISTS.skills.file, SkillsFile)?.skills;
  const sources = reader.one(LISTS.sources.file, SourcesFile)?.sources;
  const conflicts = reader.one(LISTS.conflicts.file, ConflictsFile)?.conflicts;
  const salaries = reader.one(LISTS.salaries.file, SalariesFile)?.salaries;
  const glossary = reader.one(LISTS.glossary.file, GlossaryFile)?.terms;
  const faq = reader.one(LISTS.faq.file, FaqFile)?.entries;
  const news = reader.one(LISTS.news.file, NewsFile)?.news;
  const advisor = reader.one(ADVISOR, AdvisorFile);
  const costs = reader.one(COSTS, CostsFile);
  const names = reader.one(NAMES, NamesFile) ?? { schema: 'names/1', renamed: [], closed: [] };
  if (!(skills && sources && conflicts && salaries && glossary && faq && news && advisor && costs)) {
    return { catalog: undefined, names, faults: reader.faults };
  }
  const parts = { certifications, roles, skills, sources, conflicts, salaries, glossary, faq, news, advisor, costs };
  const { catalog, faults } = assembleCatalog(parts);
  return { catalog, names, faults: [...reader.faults, ...faults.map((fault) => reader.place(fault))] };
}

/** The catalog alone, for those who need nothing else of the content: a twelfth of its files. */
export async function loadCatalogFolder(root: string): Promise<LoadedCatalog> {
  const { files, faults } = await readYamlFiles(root, 'catalog');
  const loaded = loadCatalog(files);
  return { ...loaded, faults: [...faults, ...loaded.faults] };
}
