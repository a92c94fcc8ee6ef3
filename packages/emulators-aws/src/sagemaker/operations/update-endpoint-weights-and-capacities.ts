import type {
  DesiredWeightAndCapacity,
  UpdateEndpointWeightsAndCapacitiesInput,
  UpdateEndpointWeightsAndCapacitiesOutput,
} from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { validation } from '../errors.ts';
import { demandAtRest, enter, findEndpoint, getEndpoint } from '../hosting/endpoints.ts';
import { startMeters } from '../hosting/fleet.ts';
import type { Fleet } from '../hosting-state.ts';
import { arnOf, needOn, type SageMakerCall } from '../needs.ts';
import type { SageMakerState } from '../state.ts';

function checkWanted({ variants }: Fleet, wanted: readonly DesiredWeightAndCapacity[]): void {
  const odd = wanted.find(({ VariantName }) => !variants.some(({ name }) => name === VariantName));
  if (odd) throw validation(`Variant ${odd.VariantName} does not exist on this endpoint.`);
  const isEmptied = wanted.find(({ DesiredInstanceCount }) => DesiredInstanceCount === 0);
  if (isEmptied) throw validation(`DesiredInstanceCount of variant ${isEmptied.VariantName} must be at least 1.`);
}

function apply(fleet: Fleet, wanted: readonly DesiredWeightAndCapacity[]): void {
  for (const { VariantName, DesiredWeight, DesiredInstanceCount, ServerlessUpdateConfig } of wanted) {
    const variant = fleet.variants.find(({ name }) => name === VariantName);
    if (!variant) continue;
    variant.weight = DesiredWeight ?? variant.weight;
    if (variant.serverless) variant.serverless = { ...variant.serverless, ...ServerlessUpdateConfig };
    else variant.instanceCount = DesiredInstanceCount ?? variant.instanceCount;
  }
}

/** Runs behind the answer: until then the endpoint is Updating and serves as before. */
async function update(call: SageMakerCall, name: string, wanted: readonly DesiredWeightAndCapacity[]): Promise<void> {
  const endpoint = findEndpoint(call, name);
  if (!endpoint?.fleet || endpoint.status !== 'Updating') return;
  apply(endpoint.fleet, wanted);
  startMeters(call, endpoint, endpoint.fleet);
  enter(call, endpoint, 'InService');
}

export const updateEndpointWeightsAndCapacities = operation<
  SageMakerState,
  Sent<UpdateEndpointWeightsAndCapacitiesInput>,
  UpdateEndpointWeightsAndCapacitiesOutput
>({
  fidelity: 'real',
  needs: ({ EndpointName }, call) =>
    needOn(call, 'UpdateEndpointWeightsAndCapacities', arnOf(call, 'endpoint', EndpointName)),
  handle: ({ EndpointName, DesiredWeightsAndCapacities: wanted }, call) => {
    const endpoint = getEndpoint(call, EndpointName);
    demandAtRest(endpoint);
    if (!endpoint.fleet) throw validation(`Cannot update failed endpoint "${endpoint.arn}".`);
    checkWanted(endpoint.fleet, wanted);
    enter(call, endpoint, 'Updating');
    call.background((later) => update(later, EndpointName, wanted));
    return { EndpointArn: endpoint.arn };
  },
});
