import type { Allowance } from './state.ts';

/** What a shard may do in a second. */
export interface Rate {
  readonly units: number;
  readonly bytes: number;
}

const MEBIBYTE = 1_048_576;

/** Kinesis API reference, PutRecord: each shard takes 1,000 records and 1 MiB a second. */
export const WRITE_RATE: Rate = { units: 1000, bytes: MEBIBYTE };

/** The same, GetRecords: five transactions and 2 MiB a second, shared by all readers of a shard. */
export const READ_RATE: Rate = { units: 5, bytes: 2 * MEBIBYTE };

/** Fills what has been used up since, never above one second's worth. */
function refill(allowance: Allowance, rate: Rate, now: number): void {
  const seconds = Math.max(0, now - allowance.at) / 1000;
  allowance.units = Math.min(rate.units, allowance.units + seconds * rate.units);
  allowance.bytes = Math.min(rate.bytes, allowance.bytes + seconds * rate.bytes);
  allowance.at = now;
}

/** Takes one unit and `bytes`, when both are there. */
export function take(allowance: Allowance, rate: Rate, bytes: number, now: number): boolean {
  refill(allowance, rate, now);
  // A record larger than a second's worth is let through when nothing else was written in that second.
  const needed = Math.min(bytes, rate.bytes);
  if (allowance.units < 1 || allowance.bytes < needed) return false;
  allowance.units -= 1;
  allowance.bytes -= bytes;
  return true;
}

/** Whether one more read may begin; its bytes are taken afterwards, when they are known. */
export function mayRead(allowance: Allowance, now: number): boolean {
  refill(allowance, READ_RATE, now);
  if (allowance.units < 1 || allowance.bytes <= 0) return false;
  allowance.units -= 1;
  return true;
}

/** Ten megabytes read at once keep the shard from being read for the next seconds. */
export function tookBytes(allowance: Allowance, bytes: number): void {
  allowance.bytes -= bytes;
}
