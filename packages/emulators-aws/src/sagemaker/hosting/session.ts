import { type Principal, ServiceError } from '@cairn/emulator-kit';
import type { SageMakerCall } from '../needs.ts';

/** A session of a role for what SageMaker does by itself; undefined when the role is gone or does not let it in. */
export function findSession(call: SageMakerCall, roleArn: string): Principal | undefined {
  try {
    return call.assume(roleArn, 'sagemaker.amazonaws.com', 'SageMaker');
  } catch (error) {
    if (error instanceof ServiceError) return undefined;
    throw error;
  }
}
