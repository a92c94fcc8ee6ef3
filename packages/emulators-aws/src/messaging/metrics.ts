import type { Call } from '@cairn/emulator-kit';

/** A measure that a service reports to CloudWatch by itself, such as AWS/Kinesis IncomingRecords. */
export interface Datum {
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions: readonly { readonly Name: string; readonly Value: string }[];
  readonly value: number;
  readonly unit: 'Count' | 'Bytes' | 'Milliseconds' | 'Microseconds' | 'Seconds' | 'None';
}

/** Reports measures of one resource; `values` gives each its number and unit. */
export function report(
  call: Pick<Call<unknown>, 'emit'>,
  namespace: string,
  dimensions: Readonly<Record<string, string>>,
  values: Readonly<Record<string, readonly [value: number, unit: Datum['unit']]>>,
): void {
  const named = Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }));
  for (const [metricName, [value, unit]] of Object.entries(values)) {
    const datum: Datum = { namespace, metricName, dimensions: named, value, unit };
    call.emit('cloudwatch:datum', datum);
  }
}
