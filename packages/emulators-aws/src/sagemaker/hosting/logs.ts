import type { Endpoint, Variant } from '../hosting-state.ts';
import { jobLog } from '../jobs/logs.ts';
import type { SageMakerCall } from '../needs.ts';
import { findSession } from './session.ts';

/** Writes a container's line to CloudWatch Logs with the rights of the model's role, after the answer. */
export function writeEndpointLog(call: SageMakerCall, endpoint: Endpoint, variant: Variant, line: string): void {
  const group = `/aws/sagemaker/Endpoints/${endpoint.name}`;
  const stream = `${variant.name}/${variant.instanceId}`;
  call.background(async (later) => {
    const role = findSession(later, variant.roleArn);
    if (!role) return; // a role that is gone loses its logs and nothing else
    const log = jobLog(later, role, group, stream);
    log.add(line);
    await log.flush();
  });
}
