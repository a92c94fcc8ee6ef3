import { notFound } from '../errors.ts';
import type { BedrockCall } from '../state.ts';
import type { Guardrail, GuardrailVersion } from './guardrail.ts';

const idIn = (identifier: string): string => identifier.replace(/^arn:.*guardrail\//, '').replace(/:\d+$/, '');

/** A guardrail by id or ARN. Throws ResourceNotFoundException. */
export function getGuardrail({ state }: BedrockCall, identifier: string): Guardrail {
  const guardrail = state.guardrails.get(idIn(identifier));
  if (!guardrail) throw notFound(`Could not find guardrail with identifier ${identifier}.`);
  return guardrail;
}

export interface Found {
  readonly guardrail: Guardrail;
  readonly version: GuardrailVersion;
}

/** A version of a guardrail: a number or `DRAFT`. Throws ResourceNotFoundException. */
export function findVersion(call: BedrockCall, identifier: string, number: string): Found {
  const guardrail = getGuardrail(call, identifier);
  const version = number === 'DRAFT' ? guardrail.draft : guardrail.versions.get(number);
  if (!version) throw notFound(`Could not find version ${number} of guardrail ${guardrail.id}.`);
  return { guardrail, version };
}
