import { OpenAPIHono } from '@hono/zod-openapi';
import * as attempts from './attempt-routes.ts';
import * as cards from './cards-routes.ts';
import * as diagnoses from './diagnosis-routes.ts';
import * as labs from './labs-routes.ts';
import * as learner from './learner-routes.ts';
import * as lessons from './lessons-routes.ts';
import * as outcomes from './outcomes-routes.ts';
import * as plans from './plans-routes.ts';
import * as postings from './postings.ts';
import * as readiness from './readiness.ts';
import * as reports from './reports-routes.ts';
import * as search from './search-routes.ts';
import * as sheets from './sheets.ts';
import * as today from './today.ts';

/** Every route of the API, in the order of the document. */
const ROUTES = [
  learner.getHealth,
  learner.getCatalog,
  learner.getProfile,
  learner.putProfile,
  learner.listRoadmaps,
  learner.putRoadmap,
  learner.deleteRoadmap,
  attempts.listExams,
  attempts.listAttempts,
  attempts.startAttempt,
  attempts.getAttempt,
  attempts.sendEvents,
  attempts.claimTab,
  attempts.getReport,
  learner.getStanding,
  diagnoses.listDiagnoses,
  diagnoses.startDiagnosis,
  diagnoses.getDiagnosis,
  diagnoses.answerDiagnosis,
  diagnoses.endDiagnosis,
  readiness.getReadiness,
  readiness.getFormInformation,
  outcomes.listOutcomes,
  outcomes.putOutcome,
  outcomes.deleteOutcome,
  outcomes.exportOutcomes,
  outcomes.importOutcomes,
  outcomes.deleteImportedOutcomes,
  outcomes.getReliability,
  reports.listItemReports,
  reports.putItemReport,
  reports.decideItemReport,
  reports.getIssueFile,
  reports.seeCorrection,
  lessons.listLessons,
  lessons.getLesson,
  lessons.answerLessonCheck,
  lessons.logActivities,
  sheets.getServiceTables,
  sheets.getSheet,
  cards.getCardOverview,
  cards.getCardQueue,
  cards.sendCardReviews,
  cards.getCardForecast,
  cards.listCards,
  cards.putOwnCard,
  cards.deleteOwnCard,
  cards.suspendCards,
  cards.resetCards,
  cards.draftCardFromItem,
  cards.exportCards,
  cards.importCards,
  cards.getStudySettings,
  cards.putStudySettings,
  plans.listPlans,
  plans.previewPlan,
  plans.getPlan,
  plans.putPlan,
  plans.replanExam,
  plans.deletePlan,
  plans.getPlanCalendar,
  today.getToday,
  postings.listSurveys,
  postings.getSurvey,
  postings.putSurvey,
  postings.deleteSurvey,
  postings.getPostingsEvidence,
  postings.getSkillRecord,
  search.searchEverything,
  labs.listLabs,
  labs.getLab,
  labs.getLabDataset,
  labs.startLab,
  labs.getLabRun,
  labs.checkLabStep,
  labs.askLabHint,
  labs.askLabSolution,
  labs.catchUpLab,
  labs.resetLab,
  labs.rebuildLab,
  labs.advanceLab,
  labs.getLabJournal,
  labs.getLabBill,
  labs.getLabArchitecture,
  labs.getLabCredentials,
  labs.relayLabCall,
  labs.getFidelity,
];

/** The OpenAPI 3.1 description of the API; `docs/openapi.json` holds it, and the server answers it at /api. */
export function openApiDocument() {
  const app = new OpenAPIHono();
  for (const route of ROUTES) app.openAPIRegistry.registerPath(route);
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Cairn',
      version: '0.1.0',
      description:
        'Failures are problems (RFC 9457). In single-learner mode the API answers on loopback, to its own pages.',
    },
  });
}
