export { type RawBuilder, sql } from 'kysely';
export type { BackupHeader } from './backup/backup-file.ts';
export { type RestoreOptions, readBackup } from './backup/read-backup.ts';
export { writeBackup } from './backup/write-backup.ts';
export { type ConnectOptions, connect, type Db, type Endpoint, type Transaction } from './connect.ts';
export {
  type EmbeddedPostgres,
  findRunningPostgres,
  type OpenOptions,
  openPostgres,
} from './embedded/open-postgres.ts';
export { migrate, schemaVersion } from './migrate.ts';
export { DatabaseRefusal, type RefusalKind } from './refusal.ts';
export {
  type AttemptEventRow,
  type AttemptRow,
  type EvidenceRow,
  type ItemReportRow,
  type NewEvidence,
  type OutcomeRow,
  SINGLE_LEARNER_ID,
  type Tables,
} from './tables.ts';
