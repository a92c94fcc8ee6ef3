import type { ColumnType, Insertable, JSONColumnType, Selectable } from 'kysely';

/** Read as a Date; written as a Date or as ISO text. */
type Timestamp = ColumnType<Date, Date | string, Date | string>;
/** As `Timestamp`, set by the database when left out. */
type TimestampByDefault = ColumnType<Date, Date | string | undefined, Date | string>;
/** Read as parsed JSON (validate it: it may be older than this program); written as JSON text. */
type Json = JSONColumnType<object, string, string>;

type LearnersTable = { id: string; displayName: string; createdAt: TimestampByDefault };

type ProfilesTable = { learnerId: string; profile: Json; updatedAt: TimestampByDefault };

type RoadmapsTable = {
  id: string;
  learnerId: string;
  goal: string;
  inputs: Json;
  roadmap: Json;
  done: ColumnType<object, string | undefined, string>;
  catalogVersion: string;
  createdAt: TimestampByDefault;
  updatedAt: TimestampByDefault;
};

type AttemptsTable = {
  id: string;
  learnerId: string;
  exam: string;
  mode: 'exam' | 'study';
  seed: string;
  frozen: Json;
  heading: Json;
  createdAt: TimestampByDefault;
  startedAt: Timestamp | null;
  deadlineAt: Timestamp | null;
  overAt: Timestamp | null;
  overReason: 'submitted' | 'timed-out' | null;
  activeTab: string | null;
  report: JSONColumnType<object | null, string | null, string | null>;
};

/** Append-only: the database refuses update and delete. */
type AttemptEventsTable = {
  attemptId: ColumnType<string, string, never>;
  eventId: ColumnType<string, string, never>;
  sequence: ColumnType<number, number, never>;
  kind: ColumnType<string, string, never>;
  payload: ColumnType<object, string, never>;
  clientAt: ColumnType<Date, Date | string, never>;
  receivedAt: ColumnType<Date, Date | string | undefined, never>;
};

/** Append-only: the database refuses update and delete. `naturalKey` makes a second derivation insert nothing. */
type EvidenceTable = {
  id: ColumnType<string, string, never>;
  learnerId: ColumnType<string, string, never>;
  at: ColumnType<Date, Date | string, never>;
  kind: ColumnType<string, string, never>;
  source: ColumnType<object, string, never>;
  naturalKey: ColumnType<string, string, never>;
  skills: ColumnType<string[], readonly string[] | undefined, never>;
  task: ColumnType<string | null, string | null | undefined, never>;
  itemId: ColumnType<string | null, string | null | undefined, never>;
  itemVersion: ColumnType<string | null, string | null | undefined, never>;
  credit: ColumnType<number, number, never>;
  weight: ColumnType<number, number | undefined, never>;
};

type DiagnosesTable = {
  id: string;
  learnerId: string;
  exam: string;
  title: string;
  seed: string;
  frozen: Json;
  startedAt: Timestamp;
  overAt: Timestamp | null;
  result: JSONColumnType<object | null, string | null, string | null>;
};

/** Append-only. */
type DiagnosisAnswersTable = {
  diagnosisId: ColumnType<string, string, never>;
  eventId: ColumnType<string, string, never>;
  sequence: ColumnType<number, number, never>;
  itemId: ColumnType<string, string, never>;
  response: ColumnType<object | null, string | null, never>;
  credit: ColumnType<number, number, never>;
  clientAt: ColumnType<Date, Date | string, never>;
  receivedAt: ColumnType<Date, Date | string, never>;
};

type OutcomesTable = {
  id: string;
  learnerId: string;
  certification: string;
  takenOn: string;
  passed: boolean;
  scaledScore: number | null;
  isCounted: boolean;
  predicted: JSONColumnType<object | null, string | null, string | null>;
  recordedAt: Timestamp;
};

type ImportedOutcomesTable = {
  learnerId: string;
  id: string;
  certification: string;
  takenIn: string;
  probability: number;
  passed: boolean;
  importedAt: Timestamp;
};

type LabRunsTable = {
  id: string;
  learnerId: string;
  lab: string;
  labVersion: number;
  frozen: string;
  frozenDigest: string;
  startedAt: Timestamp;
  supersededAt: Timestamp | null;
};

/** Append-only. */
type LabEventsTable = {
  labRunId: ColumnType<string, string, never>;
  sequence: ColumnType<number, number, never>;
  event: ColumnType<object, string, never>;
  at: ColumnType<Date, Date | string, never>;
};

type ItemReportsTable = {
  id: string;
  learnerId: string;
  attemptId: string;
  slot: string;
  itemId: string;
  itemVersion: number;
  kind: string;
  words: string;
  reportedAt: Timestamp;
  state: ColumnType<'open' | 'accepted' | 'rejected', 'open' | undefined, 'open' | 'accepted' | 'rejected'>;
  decision: ColumnType<string, string | undefined, string>;
  decidedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
};

type AttemptCorrectionsTable = {
  attemptId: string;
  learnerId: string;
  changes: Json;
  report: Json;
  correctedAt: Timestamp;
  seenAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
};

/** Append-only. */
type ActivitiesTable = {
  id: ColumnType<string, string, never>;
  learnerId: ColumnType<string, string, never>;
  kind: ColumnType<
    'lesson' | 'cards' | 'practice' | 'mock-review',
    'lesson' | 'cards' | 'practice' | 'mock-review',
    never
  >;
  exam: ColumnType<string | null, string | null, never>;
  ref: ColumnType<string, string, never>;
  seconds: ColumnType<number, number, never>;
  finished: ColumnType<boolean, boolean | undefined, never>;
  at: ColumnType<Date, Date | string, never>;
  timeZone: ColumnType<string, string, never>;
};

type OwnCardsTable = {
  id: string;
  learnerId: string;
  origin: 'own' | 'missed' | 'glossary' | 'anki';
  source: string | null;
  exam: string | null;
  task: string | null;
  front: string;
  back: string;
  tags: ColumnType<object, string | undefined, string>;
  createdAt: Timestamp;
  updatedAt: Timestamp;
  removedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
};

/** Append-only. */
type CardReviewsTable = {
  id: ColumnType<string, string, never>;
  learnerId: ColumnType<string, string, never>;
  cardId: ColumnType<string, string, never>;
  rating: ColumnType<'again' | 'hard' | 'good' | 'easy', 'again' | 'hard' | 'good' | 'easy', never>;
  at: ColumnType<Date, Date | string, never>;
  timeZone: ColumnType<string, string, never>;
  seconds: ColumnType<number, number, never>;
  receivedAt: ColumnType<Date, Date | string, never>;
};

type CardStatesTable = {
  learnerId: string;
  cardId: string;
  memory: JSONColumnType<object | null, string | null, string | null>;
  imported: JSONColumnType<object | null, string | null | undefined, string | null>;
  dueAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  isSuspended: ColumnType<boolean, boolean | undefined, boolean>;
  resetAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  updatedAt: Timestamp;
};

type PlansTable = {
  learnerId: string;
  exam: string;
  input: Json;
  plan: Json;
  madeAt: Timestamp;
  updatedAt: Timestamp;
};

type StudySettingsTable = {
  learnerId: string;
  settings: Json;
  fitted: JSONColumnType<object | null, string | null | undefined, string | null>;
  updatedAt: Timestamp;
};

type PostingSurveysTable = {
  id: string;
  learnerId: string;
  name: string;
  survey: Json;
  evidence: Json;
  madeAt: Timestamp;
  updatedAt: Timestamp;
};

/** One row: when a server process was last alive on this database. */
type ServerUptimeTable = { id: boolean; aliveAt: Timestamp };

/** Made from the content; `vector` is the database's own work. */
type SearchDocumentsTable = {
  kind: SearchKindColumn;
  ref: string;
  title: string;
  body: string;
  link: string;
  exam: string | null;
};

type SearchKindColumn = 'lesson' | 'card' | 'question' | 'term' | 'lab' | 'certification' | 'role' | 'faq';

/** One row: of which content the documents are. */
type SearchIndexTable = { id: boolean; digest: string; words: string[] };

/** Every table this program reads and writes, in camelCase; the CamelCasePlugin turns names at the edge. */
export type Tables = {
  learners: LearnersTable;
  profiles: ProfilesTable;
  roadmaps: RoadmapsTable;
  attempts: AttemptsTable;
  attemptEvents: AttemptEventsTable;
  evidence: EvidenceTable;
  diagnoses: DiagnosesTable;
  diagnosisAnswers: DiagnosisAnswersTable;
  outcomes: OutcomesTable;
  importedOutcomes: ImportedOutcomesTable;
  labRuns: LabRunsTable;
  labEvents: LabEventsTable;
  itemReports: ItemReportsTable;
  attemptCorrections: AttemptCorrectionsTable;
  activities: ActivitiesTable;
  ownCards: OwnCardsTable;
  cardReviews: CardReviewsTable;
  cardStates: CardStatesTable;
  plans: PlansTable;
  studySettings: StudySettingsTable;
  postingSurveys: PostingSurveysTable;
  serverUptime: ServerUptimeTable;
  searchDocuments: SearchDocumentsTable;
  searchIndex: SearchIndexTable;
};

export type AttemptRow = Selectable<AttemptsTable>;
export type AttemptEventRow = Selectable<AttemptEventsTable>;
export type EvidenceRow = Selectable<EvidenceTable>;
export type OutcomeRow = Selectable<OutcomesTable>;
export type ItemReportRow = Selectable<ItemReportsTable>;
export type NewEvidence = Insertable<EvidenceTable>;

/** In single-learner mode everything belongs to this one. */
export const SINGLE_LEARNER_ID = '00000000-0000-7000-8000-000000000001';
