import type { GetFoundationModelRequest, GetFoundationModelResponse } from '@aws-sdk/client-bedrock';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { describeModel } from '../describe-model.ts';
import { invalidModel } from '../errors.ts';
import { findModel, modelArn } from '../models.ts';
import type { BedrockState } from '../state.ts';

const idIn = (identifier: string): string => identifier.replace(/^arn:.*foundation-model\//, '');

export const getFoundationModel = operation<BedrockState, Sent<GetFoundationModelRequest>, GetFoundationModelResponse>({
  fidelity: 'simplified',
  differs: 'The models that the sandbox plays, not all of AWS; their facts may have changed since.',
  needs: ({ modelIdentifier }, { region }) => ({
    action: 'bedrock:GetFoundationModel',
    resource: modelArn(region, idIn(modelIdentifier)),
  }),
  handle: ({ modelIdentifier }, { region }) => {
    const model = findModel(idIn(modelIdentifier));
    if (!model) throw invalidModel();
    return { modelDetails: describeModel(region, model) };
  },
});
