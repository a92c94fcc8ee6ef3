import type { Need } from '@cairn/emulator-kit';
import { resourceTags } from '../../messaging/needs.ts';
import { mappingNotFound } from '../errors.ts';
import type { LambdaCall, Mapping } from '../state.ts';
import { mappingArn } from './describe.ts';

/** @throws ServiceError ResourceNotFoundException */
export function getMapping(call: LambdaCall, uuid: string | undefined): Mapping {
  const mapping = call.state.mappings.get(uuid ?? '');
  if (!mapping) throw mappingNotFound();
  return mapping;
}

export function mappingNeed(call: LambdaCall, action: string, uuid: string | undefined): Need {
  const mapping = call.state.mappings.get(uuid ?? '');
  return {
    action: `lambda:${action}`,
    resource: mappingArn(call, uuid ?? ''),
    context: {
      ...resourceTags(mapping?.tags ?? []),
      ...(mapping ? { 'lambda:FunctionArn': mapping.functionArn } : {}),
    },
  };
}
