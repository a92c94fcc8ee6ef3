import {
  KINESIS_CONSUMER_HOUR,
  KINESIS_CONSUMER_OUT,
  KINESIS_EXTENDED_RETENTION,
  KINESIS_ON_DEMAND_HOUR,
  KINESIS_ON_DEMAND_IN,
  KINESIS_ON_DEMAND_OUT,
  KINESIS_PUT_UNIT,
  KINESIS_SHARD_HOUR,
} from '../prices.ts';
import { MIN_RETENTION_HOURS } from './quotas.ts';
import { openShards } from './shards.ts';
import type { Consumer, KinesisCall, Stream } from './state.ts';

const PUT_UNIT_BYTES = 25 * 1024;
const KIBIBYTE = 1024;
const GIBIBYTE = 1024 ** 3;

/** Counts the stream's hours from now on at what it is now; called again when shards, mode or retention change. */
export function meterStream(call: KinesisCall, stream: Stream): void {
  const shards = openShards(stream).length;
  if (stream.mode === 'ON_DEMAND') {
    call.startMeter(stream.arn, KINESIS_ON_DEMAND_HOUR);
    call.stopMeter(`${stream.arn}/retention`);
    return;
  }
  call.startMeter(stream.arn, KINESIS_SHARD_HOUR, shards);
  if (stream.retentionHours <= MIN_RETENTION_HOURS) call.stopMeter(`${stream.arn}/retention`);
  else call.startMeter(`${stream.arn}/retention`, KINESIS_EXTENDED_RETENTION, shards);
}

export function stopMeters(call: KinesisCall, stream: Stream): void {
  call.stopMeter(stream.arn);
  call.stopMeter(`${stream.arn}/retention`);
  for (const consumer of stream.consumers.values()) call.stopMeter(consumer.arn);
}

export const meterConsumer = (call: KinesisCall, stream: Stream, { arn }: Consumer): void =>
  call.startMeter(arn, KINESIS_CONSUMER_HOUR, openShards(stream).length);

/** Provisioned streams pay by units of 25 KiB, on-demand ones by volume. */
export function chargeWrite(call: KinesisCall, { mode }: Stream, bytes: number): void {
  if (mode === 'ON_DEMAND') call.charge(KINESIS_ON_DEMAND_IN, (Math.ceil(bytes / KIBIBYTE) * KIBIBYTE) / GIBIBYTE);
  else call.charge(KINESIS_PUT_UNIT, Math.max(1, Math.ceil(bytes / PUT_UNIT_BYTES)));
}

export function chargeRead(call: KinesisCall, { mode }: Stream, bytes: number): void {
  if (mode === 'ON_DEMAND') call.charge(KINESIS_ON_DEMAND_OUT, bytes / GIBIBYTE);
}

/** Data that an enhanced fan-out consumer was sent. */
export const chargeFanOut = (call: KinesisCall, bytes: number): void =>
  call.charge(KINESIS_CONSUMER_OUT, bytes / GIBIBYTE);
