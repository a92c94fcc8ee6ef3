import type {
  Crawler,
  Database,
  DataQualityResult,
  GetDataQualityRulesetEvaluationRunResponse,
  GetDataQualityRulesetResponse,
  Job,
  JobRun,
  Partition,
  Table,
} from '@aws-sdk/client-glue';
import type { Call } from '@cairn/emulator-kit';

/** The data catalog, crawlers, jobs and data quality of one account and region. Plain data only. */
export interface GlueState {
  readonly databases: Map<string, CatalogDatabase>;
  readonly crawlers: Map<string, CrawlerEntry>;
  readonly jobs: Map<string, Job>;
  /** Runs of each job, oldest first. */
  readonly runs: Map<string, JobRun[]>;
  readonly rulesets: Map<string, GetDataQualityRulesetResponse>;
  readonly evaluations: Map<string, GetDataQualityRulesetEvaluationRunResponse>;
  readonly results: Map<string, DataQualityResult>;
}

export interface CatalogDatabase {
  entry: Database;
  /** By lower-case name. */
  readonly tables: Map<string, CatalogTable>;
}

export interface CatalogTable {
  entry: Table;
  /** By their values, as JSON. */
  readonly partitions: Map<string, Partition>;
}

export interface CrawlerEntry {
  crawler: Crawler;
  /** Which crawl goes on; a crawl that was stopped finds another number here. */
  crawlNumber: number;
  timer: number | undefined;
}

export type GlueCall = Call<GlueState>;

export const emptyState = (): GlueState => ({
  databases: new Map(),
  crawlers: new Map(),
  jobs: new Map(),
  runs: new Map(),
  rulesets: new Map(),
  evaluations: new Map(),
  results: new Map(),
});
