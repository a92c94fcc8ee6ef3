import type { Catalog } from '@cairn/catalog';
import { blueprintOf, type Content } from '@cairn/content';
import type { Db } from '@cairn/db';
import type { Clock } from '@cairn/kernel';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { catalogRoutes } from './catalog/routes.ts';
import { EvidenceRepository } from './evidence/repository.ts';
import type { ExamEntry, ExamLibrary } from './exam/library.ts';
import { LiveSessions } from './exam/live-session.ts';
import { AttemptRepository } from './exam/repository.ts';
import { examRoutes } from './exam/routes.ts';
import { ExamService } from './exam/service.ts';
import { summaryOf } from './exam/summary.ts';
import { LearnerRepository } from './learner/repository.ts';
import { learnerRoutes } from './learner/routes.ts';
import { standingRoutes } from './standing/routes.ts';

export type FeatureDeps = {
  readonly db: Db;
  readonly catalog: Catalog;
  readonly library: ExamLibrary;
  readonly learnerId: string;
  readonly clock: Clock;
  readonly newId: () => string;
};

/** Exams whose blueprint the catalog knows, each with its bank. */
export function libraryOf(content: Content, catalog: Catalog): ExamLibrary {
  const entries = [...content.exams.values()].flatMap((profile): [string, ExamEntry][] => {
    const domains = blueprintOf(catalog, profile.certification);
    if (domains === undefined) return [];
    const items = content.items.map(({ item }) => item).filter(({ id }) => id.startsWith(`${profile.id}/`));
    const status = catalog.certifications.find(({ code }) => code === profile.code)?.status ?? 'active';
    return [[profile.id, { profile, domains, items, status }]];
  });
  return new Map(entries);
}

/** Every feature, wired. Adding one is a folder and a line here. */
export function composeFeatures(deps: FeatureDeps): { features: OpenAPIHono[]; exams: ExamService } {
  const { db, catalog, library, learnerId } = deps;
  const attempts = new AttemptRepository(db);
  const evidence = new EvidenceRepository(db);
  const exams = new ExamService({ ...deps, attempts, evidence, live: new LiveSessions(attempts) });
  const features = [
    catalogRoutes(catalog),
    learnerRoutes({ ...deps, learners: new LearnerRepository(db) }),
    examRoutes(exams, [...library.values()].map(summaryOf)),
    standingRoutes({ evidence, library, learnerId }),
  ];
  return { features, exams };
}
