import type { SageMakerCall } from '../needs.ts';

/** Reports a figure of a job to CloudWatch, in SageMaker's namespace for it. */
export function reportMetric(
  call: SageMakerCall,
  namespace: string,
  dimensions: Readonly<Record<string, string>>,
  name: string,
  value: number,
): void {
  if (!Number.isFinite(value)) return; // CloudWatch takes no NaN
  const named = Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }));
  call.emit('cloudwatch:datum', { namespace, metricName: name, dimensions: named, value, unit: 'None' });
}
