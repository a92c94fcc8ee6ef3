import { defineService } from '@cairn/emulator-kit';
import { modelOf } from '../models.ts';
import { CRAWL_TIMER, crawlBySchedule } from './crawling/schedule.ts';
import { batchCreatePartition } from './operations/batch-create-partition.ts';
import { batchDeleteTable } from './operations/batch-delete-table.ts';
import { batchStopJobRun } from './operations/batch-stop-job-run.ts';
import { createCrawler } from './operations/create-crawler.ts';
import { createDataQualityRuleset } from './operations/create-data-quality-ruleset.ts';
import { createDatabase } from './operations/create-database.ts';
import { createJob } from './operations/create-job.ts';
import { createPartition } from './operations/create-partition.ts';
import { createTable } from './operations/create-table.ts';
import { deleteCrawler } from './operations/delete-crawler.ts';
import { deleteDataQualityRuleset } from './operations/delete-data-quality-ruleset.ts';
import { deleteDatabase } from './operations/delete-database.ts';
import { deleteJob } from './operations/delete-job.ts';
import { deletePartition } from './operations/delete-partition.ts';
import { deleteTable } from './operations/delete-table.ts';
import { getCrawler } from './operations/get-crawler.ts';
import { getCrawlers } from './operations/get-crawlers.ts';
import { getDataQualityResult } from './operations/get-data-quality-result.ts';
import { getDataQualityRuleset } from './operations/get-data-quality-ruleset.ts';
import { getDataQualityRulesetEvaluationRun } from './operations/get-data-quality-ruleset-evaluation-run.ts';
import { getDatabase } from './operations/get-database.ts';
import { getDatabases } from './operations/get-databases.ts';
import { getJob } from './operations/get-job.ts';
import { getJobRun } from './operations/get-job-run.ts';
import { getJobRuns } from './operations/get-job-runs.ts';
import { getJobs } from './operations/get-jobs.ts';
import { getPartition } from './operations/get-partition.ts';
import { getPartitions } from './operations/get-partitions.ts';
import { getTable } from './operations/get-table.ts';
import { getTables } from './operations/get-tables.ts';
import { startCrawler } from './operations/start-crawler.ts';
import { startDataQualityRulesetEvaluationRun } from './operations/start-data-quality-ruleset-evaluation-run.ts';
import { startJobRun } from './operations/start-job-run.ts';
import { stopCrawler } from './operations/stop-crawler.ts';
import { updateCrawler } from './operations/update-crawler.ts';
import { updateDatabase } from './operations/update-database.ts';
import { updateTable } from './operations/update-table.ts';
import { emptyState, type GlueState } from './state.ts';

/** AWS Glue: the data catalog, crawlers, jobs and data quality. */
export const glue = defineService<GlueState>({
  name: 'glue',
  get model() {
    return modelOf('glue');
  },
  actionPrefix: 'glue',
  scope: 'regional',
  emptyState,
  operations: {
    BatchCreatePartition: batchCreatePartition,
    BatchDeleteTable: batchDeleteTable,
    BatchStopJobRun: batchStopJobRun,
    CreateCrawler: createCrawler,
    CreateDataQualityRuleset: createDataQualityRuleset,
    CreateDatabase: createDatabase,
    CreateJob: createJob,
    CreatePartition: createPartition,
    CreateTable: createTable,
    DeleteCrawler: deleteCrawler,
    DeleteDataQualityRuleset: deleteDataQualityRuleset,
    DeleteDatabase: deleteDatabase,
    DeleteJob: deleteJob,
    DeletePartition: deletePartition,
    DeleteTable: deleteTable,
    GetCrawler: getCrawler,
    GetCrawlers: getCrawlers,
    GetDataQualityResult: getDataQualityResult,
    GetDataQualityRulesetEvaluationRun: getDataQualityRulesetEvaluationRun,
    GetDataQualityRuleset: getDataQualityRuleset,
    GetDatabase: getDatabase,
    GetDatabases: getDatabases,
    GetJobRun: getJobRun,
    GetJobRuns: getJobRuns,
    GetJob: getJob,
    GetJobs: getJobs,
    GetPartition: getPartition,
    GetPartitions: getPartitions,
    GetTable: getTable,
    GetTables: getTables,
    StartCrawler: startCrawler,
    StartDataQualityRulesetEvaluationRun: startDataQualityRulesetEvaluationRun,
    StartJobRun: startJobRun,
    StopCrawler: stopCrawler,
    UpdateCrawler: updateCrawler,
    UpdateDatabase: updateDatabase,
    UpdateTable: updateTable,
  },
  timers: { [CRAWL_TIMER]: crawlBySchedule },
});
