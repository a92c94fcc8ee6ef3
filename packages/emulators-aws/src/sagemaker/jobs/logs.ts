import { type Principal, ServiceError } from '@cairn/emulator-kit';
import type { SageMakerCall } from '../needs.ts';

const LOGS = 'cloudwatch-logs';
/** PutLogEvents takes at most so many events. */
const MOST_EVENTS = 10_000;

export interface JobLog {
  add(line: string): void;
  /** Sends what was added. A role without rights loses its logs and nothing else, as in SageMaker. */
  flush(): Promise<void>;
}

/** Writes a job's lines to CloudWatch Logs with the rights of its role. */
export function jobLog(call: SageMakerCall, role: Principal, group: string, stream: string): JobLog {
  let lines: { timestamp: number; message: string }[] = [];
  const tryTo = async (operation: string, input: object) => {
    try {
      await call.invoke(LOGS, operation, input, role);
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error; // refusals: no rights, or the group is there already
    }
  };
  let isOpen = false;
  const place = { logGroupName: group, logStreamName: stream };
  return {
    add: (message) => {
      lines.push({ timestamp: call.now(), message });
    },
    flush: async () => {
      if (lines.length === 0) return;
      const sent = lines;
      lines = [];
      if (!isOpen) {
        await tryTo('CreateLogGroup', { logGroupName: group });
        await tryTo('CreateLogStream', place);
        isOpen = true;
      }
      for (let at = 0; at < sent.length; at += MOST_EVENTS) {
        await tryTo('PutLogEvents', { ...place, logEvents: sent.slice(at, at + MOST_EVENTS) });
      }
    },
  };
}
