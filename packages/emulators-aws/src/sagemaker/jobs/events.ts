import type { SageMakerCall } from '../needs.ts';

/** What EventBridge hears of a resource of SageMaker; times in the detail are milliseconds since 1970. */
export interface StateChange {
  readonly detailType: string;
  readonly resources: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
}

export function tellStateChange(call: SageMakerCall, arn: string, what: string, detail: object): void {
  const shown = Object.fromEntries(
    Object.entries(detail).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value instanceof Date ? value.getTime() : value]],
    ),
  );
  const change: StateChange = { detailType: `SageMaker ${what} State Change`, resources: [arn], detail: shown };
  call.emit('sagemaker:state-change', change);
}
