import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { z } from 'zod';
import type { Catalog } from '../catalog.ts';
import {
  AdvisorFile,
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
} from '../index.ts';

const ROOT = new URL('../../../../content/catalog/', import.meta.url);

function read<S extends z.ZodType>(path: string, schema: S): z.infer<S> {
  const result = schema.safeParse(parse(readFileSync(new URL(path, ROOT), 'utf8')));
  if (!result.success) throw new Error(`${path}: ${JSON.stringify(result.error.issues.slice(0, 3))}`);
  return result.data;
}

function readFolder<S extends z.ZodType>(folder: string, schema: S): z.infer<S>[] {
  return readdirSync(new URL(folder, ROOT))
    .sort()
    .map((name) => read(`${folder}${name}`, schema));
}

/** The catalog that ships, read for tests only; the program reads it through its content loader. */
export function readRealCatalog(): Catalog {
  return {
    certifications: readFolder('certifications/', CertificationFile),
    roles: readFolder('roles/', RoleFile),
    skills: read('skills.yaml', SkillsFile).skills,
    sources: read('sources.yaml', SourcesFile).sources,
    conflicts: read('conflicts.yaml', ConflictsFile).conflicts,
    salaries: read('salaries.yaml', SalariesFile).salaries,
    glossary: read('glossary.yaml', GlossaryFile).terms,
    faq: read('faq.yaml', FaqFile).entries,
    news: read('status-news.yaml', NewsFile).news,
    advisor: read('advisor.yaml', AdvisorFile),
    costs: read('costs.yaml', CostsFile),
  };
}
