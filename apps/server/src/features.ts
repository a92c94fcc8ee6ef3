import type { Catalog } from '@cairn/catalog';
import { blueprintOf, type Content } from '@cairn/content';
import type { Db } from '@cairn/db';
import type { Clock } from '@cairn/kernel';
import type { Lab } from '@cairn/labs';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { ActivityRepository } from './activities/repository.ts';
import { activityRoutes } from './activities/routes.ts';
import { AnkiRepository } from './cards/anki-repository.ts';
import { deckMaker } from './cards/deck.ts';
import { DeckCache } from './cards/deck-cache.ts';
import { DeckRepository } from './cards/deck-repository.ts';
import { Fitting } from './cards/fitting.ts';
import { fitWeights } from './cards/optimizer.ts';
import { ReviewRepository } from './cards/review-repository.ts';
import { cardRoutes } from './cards/routes.ts';
import { type CardDeps, CardService } from './cards/service.ts';
import { SettingsRepository } from './cards/settings-repository.ts';
import { catalogRoutes } from './catalog/routes.ts';
import { DiagnosisRepository } from './diagnosis/repository.ts';
import { diagnosisRoutes } from './diagnosis/routes.ts';
import { DiagnosisService } from './diagnosis/service.ts';
import { type ExamModels, examModels } from './evidence/exam-model.ts';
import { EvidenceRepository } from './evidence/repository.ts';
import { CorrectionRepository } from './exam/corrections.ts';
import type { ExamEntry, ExamLibrary } from './exam/library.ts';
import { LiveSessions } from './exam/live-session.ts';
import { AttemptRepository } from './exam/repository.ts';
import { examRoutes } from './exam/routes.ts';
import { ExamService } from './exam/service.ts';
import { summaryOf } from './exam/summary.ts';
import type { SandboxHost } from './labs/host/sandbox-host.ts';
import { LabAccountService } from './labs/looking.ts';
import type { LabDeps } from './labs/record.ts';
import { LabRepository } from './labs/repository.ts';
import { labAccountRoutes, labRoutes } from './labs/routes.ts';
import { LabService } from './labs/service.ts';
import { LearnerRepository } from './learner/repository.ts';
import { learnerRoutes } from './learner/routes.ts';
import { type LearningLibrary, skillNamesOf } from './lessons/library.ts';
import { lessonRoutes } from './lessons/routes.ts';
import { LessonService } from './lessons/service.ts';
import { OutcomeRepository } from './outcomes/repository.ts';
import { outcomeRoutes } from './outcomes/routes.ts';
import { OutcomeService } from './outcomes/service.ts';
import type { PlanDeps } from './plans/premises.ts';
import { PlanRepository } from './plans/repository.ts';
import { planRoutes } from './plans/routes.ts';
import { PlanService } from './plans/service.ts';
import { WorkRepository } from './plans/work-repository.ts';
import { SurveyRepository } from './postings/repository.ts';
import { postingRoutes } from './postings/routes.ts';
import { readinessRoutes } from './readiness/routes.ts';
import { ReportRepository } from './reports/repository.ts';
import { reportRoutes } from './reports/routes.ts';
import { ReportService } from './reports/service.ts';
import { IndexRepository } from './search/index-repository.ts';
import { SearchRepository } from './search/repository.ts';
import { searchRoutes } from './search/routes.ts';
import { SearchService } from './search/service.ts';
import { sheetRoutes } from './sheets/routes.ts';
import { standingRoutes } from './standing/routes.ts';
import { todayRoutes } from './today/routes.ts';

export type FeatureDeps = {
  readonly db: Db;
  readonly catalog: Catalog;
  readonly library: ExamLibrary;
  readonly labs: ReadonlyMap<string, Lab>;
  readonly learning: LearningLibrary;
  readonly sandbox: SandboxHost;
  readonly learnerId: string;
  readonly clock: Clock;
  readonly newId: () => string;
};

/** Exams whose blueprint the catalog knows, each with its bank. */
export function libraryOf(content: Content, catalog: Catalog): ExamLibrary {
  const entries = [...content.exams.values()].flatMap((profile): [string, ExamEntry][] => {
    const domains = blueprintOf(catalog, profile);
    if (domains === undefined) return [];
    const items = content.items.map(({ item }) => item).filter(({ id }) => id.startsWith(`${profile.id}/`));
    const status = catalog.certifications.find(({ code }) => code === profile.code)?.status ?? 'active';
    return [[profile.id, { profile, domains, items, status }]];
  });
  return new Map(entries);
}

/** Labs by id. */
export function labsOf({ labs }: Pick<Content, 'labs'>): ReadonlyMap<string, Lab> {
  return new Map([...labs].map(([id, { lab }]) => [id, lab]));
}

/** What labs need of everything. */
function labDeps({ db, catalog, sandbox: host, ...deps }: FeatureDeps): LabDeps {
  return {
    ...deps,
    host,
    skillNames: skillNamesOf(catalog),
    runs: new LabRepository(db),
    evidence: new EvidenceRepository(db),
  };
}

/** What cards need of everything. */
function cardDeps({ db, ...deps }: FeatureDeps, live: LiveSessions): CardDeps {
  const deck = new DeckRepository(db);
  const decks = new DeckCache(deck, deckMaker(deps.learning, deps.library));
  const stored = { deck, decks, reviews: new ReviewRepository(db), settings: new SettingsRepository(db) };
  return {
    ...deps,
    ...stored,
    db,
    live,
    anki: new AnkiRepository(db),
    fitting: new Fitting({ ...deps, ...stored, db, fitWeights }),
  };
}

/** What plans need of everything. */
function planDeps({ db, ...deps }: FeatureDeps, models: ExamModels): PlanDeps {
  return {
    ...deps,
    models,
    plans: new PlanRepository(db),
    work: new WorkRepository(db),
    settings: new SettingsRepository(db),
    evidence: new EvidenceRepository(db),
  };
}

/** Every feature, wired. Adding one is a folder and a line here. */
export function composeFeatures(deps: FeatureDeps): { features: OpenAPIHono[]; exams: ExamService } {
  const { db, catalog, library, learnerId } = deps;
  const attempts = new AttemptRepository(db);
  const evidence = new EvidenceRepository(db);
  const learners = new LearnerRepository(db);
  const activities = new ActivityRepository(db);
  const models = examModels(library);
  const measuring = { evidence, learners, models, learnerId, clock: deps.clock };
  const live = new LiveSessions(attempts);
  const exams = new ExamService({ ...deps, attempts, evidence, live, corrections: new CorrectionRepository(db) });
  const cards = new CardService(cardDeps(deps, live));
  const planning = planDeps(deps, models);
  const plans = new PlanService(planning);
  const features = [
    catalogRoutes(catalog),
    learnerRoutes({ ...deps, learners }),
    examRoutes(exams, [...library.values()].map(summaryOf)),
    standingRoutes(measuring),
    diagnosisRoutes(new DiagnosisService({ ...deps, evidence, models, diagnoses: new DiagnosisRepository(db) })),
    readinessRoutes(measuring),
    outcomeRoutes(new OutcomeService({ ...deps, evidence, models, outcomes: new OutcomeRepository(db) })),
    reportRoutes(new ReportService({ ...deps, live, reports: new ReportRepository(db) })),
    lessonRoutes(new LessonService({ ...deps, activities, evidence, skillNames: skillNamesOf(catalog) })),
    activityRoutes({ ...deps, activities }),
    sheetRoutes(deps.learning.sheets),
    cardRoutes(cards),
    planRoutes(plans),
    todayRoutes({ ...planning, plans, cards }),
    postingRoutes({ ...deps, evidence, surveys: new SurveyRepository(db) }),
    searchRoutes(new SearchService({ index: new IndexRepository(db), search: new SearchRepository(db), learnerId })),
    labRoutes(new LabService(labDeps(deps))),
    labAccountRoutes(new LabAccountService(labDeps(deps))),
  ];
  return { features, exams };
}
