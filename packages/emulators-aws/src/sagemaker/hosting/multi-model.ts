import { ServiceError } from '@cairn/emulator-kit';
import type { Predictor } from '../algorithms/algorithm.ts';
import { userMessage } from '../data/user-fault.ts';
import type { Variant } from '../hosting-state.ts';
import { loadModel } from '../inference/load-model.ts';
import { joinUri, requireS3Uri } from '../jobs/s3-data.ts';
import type { SageMakerCall } from '../needs.ts';
import { readS3 } from '../storage.ts';
import { predictorOf } from './fleet.ts';
import { modelError, validationError } from './invocation-errors.ts';

/** Models that a variant keeps in memory; the one that was not asked for longest goes first. */
const MOST_LOADED = 10;

/** By variant and target, in the order of their last use. Beside the state: what memory holds is no part of it. */
const loaded = new WeakMap<Variant, Map<string, Predictor>>();

export interface FoundPredictor {
  readonly predictor: Predictor;
  /** Of one of many models: whether it was in memory already. */
  readonly isCached: boolean | undefined;
}

async function download(call: SageMakerCall, { roleArn }: Variant, uri: string): Promise<Uint8Array> {
  try {
    return await readS3(call, uri, call.assume(roleArn, 'sagemaker.amazonaws.com', 'SageMaker'));
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const { bucket, key } = requireS3Uri(uri);
    throw validationError(
      `Failed to download model data(bucket: ${bucket}, key: ${key}). Please ensure that there is an object located at the URL and that the role passed to CreateModel has permissions to download the model.`,
    );
  }
}

function readModel(call: SageMakerCall, endpointName: string, image: string, bytes: Uint8Array): Predictor {
  try {
    return loadModel(image, bytes);
  } catch (error) {
    const message = userMessage(error);
    if (message === undefined) throw error;
    throw modelError({ status: 500, message }, { endpointName, region: call.region, accountId: call.accountId });
  }
}

async function targetPredictor(
  call: SageMakerCall,
  { endpointName, variant, prefixUri }: { endpointName: string; variant: Variant; prefixUri: string },
  target: string,
): Promise<FoundPredictor> {
  const mine = loaded.get(variant) ?? new Map<string, Predictor>();
  loaded.set(variant, mine);
  const known = mine.get(target);
  const predictor =
    known ?? readModel(call, endpointName, variant.image, await download(call, variant, joinUri(prefixUri, target)));
  mine.delete(target);
  mine.set(target, predictor);
  const [oldest] = mine.keys();
  if (mine.size > MOST_LOADED && oldest !== undefined) mine.delete(oldest);
  return { predictor, isCached: known !== undefined };
}

/** The model that answers: the variant's own, or the one of many that the request names. */
export async function findPredictor(
  call: SageMakerCall,
  endpointName: string,
  variant: Variant,
  target: string | undefined,
): Promise<FoundPredictor> {
  const { source } = variant;
  if (source.kind === 'artifact') {
    if (target !== undefined) throw validationError('TargetModel can only be named at a multi-model endpoint.');
    return { predictor: await predictorOf(call, variant, source.blob), isCached: undefined };
  }
  if (target === undefined) throw validationError('A request to a multi-model endpoint must name a TargetModel.');
  return targetPredictor(call, { endpointName, variant, prefixUri: source.prefixUri }, target.replace(/^\//, ''));
}
