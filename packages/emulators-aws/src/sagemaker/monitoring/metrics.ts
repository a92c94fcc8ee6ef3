import { reportMetric } from '../jobs/metrics.ts';
import type { SageMakerCall } from '../needs.ts';

/** A figure that a monitor publishes. */
export interface MetricDatum {
  readonly name: string;
  readonly value: number;
  /** Of a figure about one column. */
  readonly feature?: string;
}

const NAMESPACES = {
  DataQuality: 'aws/sagemaker/Endpoints/data-metrics',
  ModelQuality: 'aws/sagemaker/Endpoints/model-metrics',
} as const;

/** Figures about a column go out with its name as a dimension, and without: alarms are written both ways. */
export function publish(
  call: SageMakerCall,
  type: keyof typeof NAMESPACES,
  { endpointName, scheduleName }: { readonly endpointName: string; readonly scheduleName: string },
  metrics: readonly MetricDatum[],
): void {
  const dimensions = { Endpoint: endpointName, MonitoringSchedule: scheduleName };
  for (const { name, value, feature } of metrics) {
    reportMetric(call, NAMESPACES[type], dimensions, name, value);
    if (feature === undefined) continue;
    reportMetric(
      call,
      NAMESPACES[type],
      { Endpoint: endpointName, Feature: feature, MonitoringSchedule: scheduleName },
      name,
      value,
    );
  }
}
