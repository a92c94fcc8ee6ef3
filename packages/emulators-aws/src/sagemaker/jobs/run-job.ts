import type { SageMakerUse } from '../../prices.ts';
import type { SageMakerCall } from '../needs.ts';
import { chargeInstances, type Instances } from './bill.ts';
import { failureReason, JobStopped } from './failure.ts';
import { workOn } from './live.ts';
import { type JobLog, jobLog } from './logs.ts';
import { type JobStorage, jobStorage } from './s3-data.ts';

/** A processing or transform job, as the work on it sees it. */
export interface JobRun {
  readonly job: object;
  readonly name: string;
  readonly roleArn: string;
  readonly use: SageMakerUse;
  readonly instances: Instances;
  readonly limitSeconds: number;
  readonly logGroup: string;
  /** Takes the job to its end. */
  readonly finish: (call: SageMakerCall, status: 'Completed' | 'Failed' | 'Stopped', reason?: string) => void;
}

export interface JobPlace {
  readonly call: SageMakerCall;
  readonly storage: JobStorage;
  readonly log: JobLog;
  readonly signal: AbortSignal;
}

/** How long a job may run when it does not say so. */
export const DAY_SECONDS = 24 * 3600;

async function perform(
  call: SageMakerCall,
  run: JobRun,
  dropped: AbortSignal,
  work: (place: JobPlace) => Promise<void>,
) {
  await workOn(run.job, { limitSeconds: run.limitSeconds, dropped }, async (signal) => {
    const role = call.assume(run.roleArn, 'sagemaker.amazonaws.com', 'SageMaker');
    const log = jobLog(call, role, run.logGroup, `${run.name}/i-${call.ids.hex(17)}`);
    try {
      await work({ call, storage: jobStorage(call, role), log, signal });
    } catch (error) {
      log.add(`[ERROR] ${error instanceof Error ? error.message : String(error)}`);
      throw error;
    } finally {
      await log.flush();
    }
  });
}

/** Runs a job in the background; whatever happens, it comes to an end and to the bill. */
export function startJob(call: SageMakerCall, run: JobRun, work: (place: JobPlace) => Promise<void>): void {
  call.background(async (own, dropped) => {
    const startedAt = own.now();
    const failed = await perform(own, run, dropped, work).then(
      () => undefined,
      (error: unknown) => ({ error }),
    );
    if (dropped.aborted) return; // the account is empty now: there is nothing left to write into
    chargeInstances(own, run.use, run.instances, Math.max(1, Math.ceil((own.now() - startedAt) / 1000)));
    if (!failed) return run.finish(own, 'Completed');
    if (failed.error instanceof JobStopped) return run.finish(own, 'Stopped');
    const reason = failureReason(failed.error);
    run.finish(own, 'Failed', reason ?? 'InternalServerError: We encountered an internal error. Please try again.');
    if (reason === undefined) throw failed.error;
  });
}
