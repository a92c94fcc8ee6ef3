import type { Need } from '@cairn/emulator-kit';
import { resourceTags } from '../messaging/needs.ts';
import { functionNotFound, invalidParameter, notFound } from './errors.ts';
import { functionNameOf } from './names.ts';
import type { LambdaCall } from './state.ts';

const MAPPING = /:event-source-mapping:([0-9a-f-]+)$/;

/** The tags of the function or event source mapping that an ARN names. Throws ResourceNotFoundException. */
export function tagsOf(call: LambdaCall, arn: string | undefined): Map<string, string> {
  const text = arn ?? '';
  const uuid = MAPPING.exec(text)?.[1];
  if (uuid !== undefined) {
    const mapping = call.state.mappings.get(uuid);
    if (!mapping) throw notFound(`The resource ${text} does not exist.`);
    return mapping.tags;
  }
  const { name, qualifier } = functionNameOf(call, text);
  if (qualifier !== undefined) {
    throw invalidParameter('Tags on function aliases and versions are not supported. Please specify a function ARN.');
  }
  const fn = call.state.functions.get(name);
  if (!fn) throw functionNotFound(text);
  return fn.tags;
}

export const tagNeed = (call: LambdaCall, action: string, arn: string | undefined): Need => ({
  action: `lambda:${action}`,
  resource: arn ?? '*',
  context: resourceTags(tagsOf(call, arn)),
});
