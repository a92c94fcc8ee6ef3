import type { JobRun } from '@aws-sdk/client-databrew';
import { type Principal, ServiceError } from '@cairn/emulator-kit';
import { applyRecipe, type TextTable } from '@cairn/learning-algorithms';
import { asFault } from '../lake/catalog.ts';
import { QueryFault } from '../lake/query-fault.ts';
import { DATABREW_NODE_HOUR } from '../prices.ts';
import { writeObject } from '../s3/objects.ts';
import { getDataset, getRecipe } from './entries.ts';
import { profileJson } from './profile.ts';
import { readDataset } from './reading.ts';
import { checkedSteps } from './recipe-steps.ts';
import type { DataBrewCall, JobEntry } from './state.ts';
import { writeTable } from './writing.ts';

const DEFAULT_SAMPLE_ROWS = 20_000;
const DEFAULT_NODES = 5;
const LEAST_BILLED_HOURS = 1 / 60;

/** Runs a profile or recipe job as its role; the outcome is in the run. */
export async function runJob(call: DataBrewCall, job: JobEntry, run: JobRun): Promise<void> {
  run.State = 'RUNNING';
  try {
    const role = call.assume(job.RoleArn ?? '', 'databrew.amazonaws.com', 'DataBrew');
    const sample =
      job.Type !== 'PROFILE' || job.JobSample?.Mode === 'FULL_DATASET'
        ? undefined
        : (job.JobSample?.Size ?? DEFAULT_SAMPLE_ROWS);
    const table = await readDataset(call, role, getDataset(call, job.DatasetName), sample);
    if (job.Type === 'PROFILE') await writeProfile(call, role, job, run, table);
    else await writePrepared(call, role, job, run, table);
    end(call, job, run, 'SUCCEEDED');
  } catch (error) {
    if (!(error instanceof ServiceError || error instanceof QueryFault)) throw error;
    run.ErrorMessage = error.message;
    end(call, job, run, 'FAILED');
  }
}

function end(call: DataBrewCall, job: JobEntry, run: JobRun, state: 'SUCCEEDED' | 'FAILED'): void {
  run.State = state;
  run.CompletedOn = call.date();
  const hours = (call.now() - (run.StartedOn?.getTime() ?? 0)) / 3_600_000;
  run.ExecutionTime = Math.round(hours * 3600);
  call.charge(DATABREW_NODE_HOUR, (job.MaxCapacity ?? DEFAULT_NODES) * Math.max(LEAST_BILLED_HOURS, hours));
}

const nameOf = (job: JobEntry, run: JobRun): string => `${job.Name}_${run.RunId?.slice(3, 15)}`;

async function writeProfile(
  call: DataBrewCall,
  role: Principal,
  job: JobEntry,
  run: JobRun,
  table: TextTable,
): Promise<void> {
  const at = job.Outputs?.[0]?.Location;
  const folder = at?.Key === undefined || at.Key === '' ? '' : `${at.Key.replace(/\/$/, '')}/`;
  const object = { bucket: at?.Bucket ?? '', key: `${folder}${nameOf(job, run)}.json`, body: profileJson(table) };
  await writeObject(call, role, object).catch(asFault);
}

async function writePrepared(
  call: DataBrewCall,
  role: Principal,
  job: JobEntry,
  run: JobRun,
  table: TextTable,
): Promise<void> {
  const { Steps: steps = [] } = job.RecipeReference ? getRecipe(call, job.RecipeReference) : {};
  const outcome = applyRecipe(table, checkedSteps(steps));
  if (outcome.outcome === 'fault') throw new QueryFault('RECIPE_STEP_FAILED', outcome.message);
  for (const output of job.Outputs ?? []) {
    await writeTable(call, role, output, output.Overwrite ? (job.Name ?? '') : nameOf(job, run), outcome.table);
  }
}
