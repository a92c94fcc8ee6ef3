import type { Need } from '@cairn/emulator-kit';
import { invalidModel, noAccess, noOnDemand, noSubscription, notSupported } from './errors.ts';
import { type FoundationModel, findModel, modelArn } from './models.ts';
import type { BedrockCall } from './state.ts';

const PROFILE = /^(us|eu|apac|global)\.(.+)$/;

interface Named {
  readonly modelId: string;
  /** Group of Regions of an inference profile. */
  readonly profile: string | undefined;
}

/** Reads a model id, a profile id, or the ARN of one of them. */
function readName(name: string): Named {
  const bare = name.replace(/^arn:aws[\w-]*:bedrock:[\w-]*:\d*:(?:foundation-model|inference-profile)\//, '');
  const found = PROFILE.exec(bare);
  return { modelId: found?.[2] ?? bare, profile: found?.[1] };
}

/**
 * The model that a caller names and may use.
 *
 * @throws ServiceError in Bedrock's words: no such model, only by a profile, no access
 */
export function chooseModel(call: BedrockCall, name: string): FoundationModel {
  if (
    /:(?:provisioned-model|custom-model|imported-model|prompt|prompt-router|application-inference-profile)/.test(name)
  ) {
    throw notSupported(`A model of the kind ${name.split(':').at(-1)?.split('/')[0]}`);
  }
  const { modelId, profile } = readName(name);
  const model = findModel(modelId);
  if (!model || (profile !== undefined && !model.profiles.includes(profile))) throw invalidModel();
  if (profile === undefined && !model.throughput.includes('ON_DEMAND')) throw noOnDemand(modelId);
  demandAccess(call, model);
  return model;
}

/** Models of the Marketplace are subscribed to by the first call, if its caller may. */
function demandAccess(call: BedrockCall, { id, isOnMarketplace }: FoundationModel): void {
  const agreement = call.state.agreements.get(id);
  if (agreement === 'ended') throw noAccess();
  if (!isOnMarketplace || agreement === 'accepted') return;
  const actions = ['aws-marketplace:ViewSubscriptions', 'aws-marketplace:Subscribe'];
  const mayAll = actions.every((action) => call.decide({ action, resource: '*' }).decision === 'allow');
  if (!mayAll) throw noSubscription();
  call.state.agreements.set(id, 'accepted');
}

interface Guarded {
  readonly guardrailIdentifier?: string | undefined;
  readonly guardrailVersion?: string | undefined;
}

/** What invoking needs: the model, the profile it is reached by, and the guardrail. */
export function invokeNeeds(
  call: BedrockCall,
  action: string,
  name: string,
  guarded: Guarded | undefined,
): readonly Need[] {
  const { modelId, profile } = readName(name);
  const profileArn = profile && call.arn(`inference-profile/${profile}.${modelId}`);
  const guardrail = guarded?.guardrailIdentifier && guardrailArn(call, guarded.guardrailIdentifier);
  const version = guarded?.guardrailVersion ?? 'DRAFT';
  const context = {
    ...(profileArn ? { 'bedrock:InferenceProfileArn': profileArn } : {}),
    ...(guardrail
      ? { 'bedrock:GuardrailIdentifier': version === 'DRAFT' ? guardrail : `${guardrail}:${version}` }
      : {}),
  };
  return [
    ...(profileArn ? [{ action, resource: profileArn, context }] : []),
    { action, resource: modelArn(call.region, modelId), context },
    ...(guardrail ? [{ action: 'bedrock:ApplyGuardrail', resource: guardrail }] : []),
  ];
}

export const guardrailArn = (call: BedrockCall, identifier: string): string =>
  identifier.startsWith('arn:') ? identifier : call.arn(`guardrail/${identifier}`);
