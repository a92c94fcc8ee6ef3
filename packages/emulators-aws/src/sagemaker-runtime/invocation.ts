import type { InvokeEndpointInput } from '@aws-sdk/client-sagemaker-runtime';
import type { Need } from '@cairn/emulator-kit';
import { validationError } from '../sagemaker/hosting/invocation-errors.ts';
import type { Invocation } from '../sagemaker/hosting/invoke.ts';
import { arnOf, needOn, type SageMakerCall } from '../sagemaker/needs.ts';

const UNSUPPORTED = ['TargetContainerHostname', 'InferenceComponentName', 'EnableExplanations', 'SessionId'] as const;

/** The part of a request that all ways of invoking share. Throws ValidationError for what is not supported here. */
export function invocationOf(input: Partial<InvokeEndpointInput>): Invocation {
  const odd = UNSUPPORTED.find((member) => input[member] !== undefined);
  if (odd) throw validationError(`${odd} is not supported in this sandbox.`);
  const { Body, ContentType, Accept, TargetVariant, TargetModel, InferenceId, CustomAttributes } = input;
  return {
    body: Body ?? new Uint8Array(),
    contentType: ContentType ?? 'text/csv',
    accept: Accept,
    targetVariant: TargetVariant,
    targetModel: TargetModel,
    inferenceId: InferenceId,
    customAttributes: CustomAttributes,
  };
}

interface Addressed {
  readonly EndpointName: string;
  readonly TargetModel?: string | undefined;
}

/** Permission for `action` on the endpoint that is asked. */
export const endpointNeed =
  (action: string) =>
  ({ EndpointName, TargetModel }: Addressed, call: SageMakerCall): Need =>
    needOn(call, action, arnOf(call, 'endpoint', EndpointName), {
      context: TargetModel === undefined ? {} : { 'sagemaker:TargetModel': TargetModel },
    });
