import { invalidArgument, validation } from './errors.ts';
import type { KinesisCall, Shard, Stream } from './state.ts';

/** Only shards that take records can be split or merged. */
export function demandOpen(call: KinesisCall, { name }: Stream, { id, closedAt }: Shard): void {
  if (closedAt === undefined) return;
  throw invalidArgument(
    `Shard ${id} in stream ${name} under account ${call.accountId} is closed: it was split or merged.`,
  );
}

/** Kinesis scales on-demand streams by itself. */
export function demandProvisioned({ name, mode }: Stream): void {
  if (mode === 'PROVISIONED') return;
  throw validation(
    `Request is invalid. Stream ${name} is in ON_DEMAND mode, in which shards cannot be changed by hand.`,
  );
}
