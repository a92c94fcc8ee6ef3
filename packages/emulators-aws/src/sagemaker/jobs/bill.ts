import { SAGEMAKER_SPOT_SHARE, type SageMakerUse, sageMakerInstanceHour } from '../../prices.ts';
import { validation } from '../errors.ts';
import type { SageMakerCall } from '../needs.ts';

export interface Instances {
  readonly type: string;
  readonly count: number;
}

/** Refuses an instance type whose price is not known: what it would cost could not be shown. */
export function requireInstanceType(use: SageMakerUse, type: string): void {
  if (sageMakerInstanceHour(use, type) !== undefined) return;
  throw validation(`Instance type ${type} is not supported in this sandbox; ml.m5.large or ml.m5.xlarge will do.`);
}

/** Seconds that are billed: SageMaker counts whole ones, and fewer of spot capacity. */
export const billableSeconds = (seconds: number, isSpot: boolean): number =>
  Math.ceil(seconds * (isSpot ? SAGEMAKER_SPOT_SHARE : 1));

export function chargeInstances(
  call: SageMakerCall,
  use: SageMakerUse,
  { type, count }: Instances,
  seconds: number,
): void {
  const charge = sageMakerInstanceHour(use, type);
  if (charge) call.charge(charge, (seconds / 3600) * count);
}
