import { invalidArgument } from './errors.ts';
import { MAX_RETENTION_HOURS, MIN_RETENTION_HOURS } from './quotas.ts';
import { trim } from './shards.ts';
import type { KinesisCall } from './state.ts';
import { meterStream } from './stream-bill.ts';
import { getActiveStream, type NamesStream } from './streams.ts';

/** Sets how long records stay, in the direction that the operation allows. Throws InvalidArgumentException. */
export function changeRetention(
  call: KinesisCall,
  input: NamesStream & { readonly RetentionPeriodHours: number },
  direction: 'increase' | 'decrease',
): void {
  const hours = input.RetentionPeriodHours;
  demandAllowed(hours);
  const stream = getActiveStream(call, input);
  const current = stream.retentionHours;
  if (direction === 'increase' ? hours < current : hours > current) {
    const [not, other] = direction === 'increase' ? ['shorter', 'Decrease'] : ['longer', 'Increase'];
    throw invalidArgument(
      `Requested retention period (${hours} hours) for stream ${stream.name} can not be ${not} than existing retention period (${current} hours). Use ${other}RetentionPeriod API.`,
    );
  }
  stream.retentionHours = hours;
  for (const shard of stream.shards) trim(stream, shard, call.now());
  meterStream(call, stream);
}

function demandAllowed(hours: number): void {
  if (hours < MIN_RETENTION_HOURS) {
    throw invalidArgument(
      `Minimum allowed retention period is ${MIN_RETENTION_HOURS} hours. Requested retention period (${hours} hours) is too short.`,
    );
  }
  if (hours > MAX_RETENTION_HOURS) {
    throw invalidArgument(
      `Maximum allowed retention period is ${MAX_RETENTION_HOURS} hours. Requested retention period (${hours} hours) is too long.`,
    );
  }
}
