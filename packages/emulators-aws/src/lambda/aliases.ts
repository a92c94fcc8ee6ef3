import type { AliasRoutingConfiguration } from '@aws-sdk/client-lambda';
import { functionNotFound, invalidParameter, notFound } from './errors.ts';
import { findVersion } from './functions.ts';
import type { Alias, LambdaFunction } from './state.ts';

/** @throws ServiceError ResourceNotFoundException */
export function getAliasNamed(fn: LambdaFunction, name: string | undefined): Alias {
  const alias = fn.aliases.get(name ?? '');
  if (!alias) throw notFound(`Cannot find alias arn: ${fn.arn}:${name}`);
  return alias;
}

/** Numbers are versions. */
export function demandAliasName(name: string): void {
  if (/^\d+$/.test(name)) throw invalidParameter(`Alias name cannot be a number: ${name}`);
}

export function demandVersion(fn: LambdaFunction, version: string): void {
  if (!findVersion(fn, version)) throw functionNotFound(`${fn.arn}:${version}`);
}

/**
 * Weights of an alias: one other version at most, both published.
 *
 * @throws ServiceError InvalidParameterValueException
 */
export function checkedWeights(
  fn: LambdaFunction,
  version: string,
  { AdditionalVersionWeights: weights = {} }: AliasRoutingConfiguration = {},
): Readonly<Record<string, number>> {
  const entries = Object.entries(weights);
  if (entries.length === 0) return {};
  if (version === '$LATEST' || '$LATEST' in weights) {
    throw invalidParameter('$LATEST is not supported for an alias pointing to more than 1 version');
  }
  if (entries.length > 1)
    throw invalidParameter('Number of items in AdditionalVersionWeights cannot be greater than 1');
  if (version in weights)
    throw invalidParameter(
      `Invalid function version ${version}. Function version ${version} is already included in routing configuration.`,
    );
  for (const [other, weight] of entries) {
    demandVersion(fn, other);
    if (!(weight >= 0 && weight <= 1)) throw invalidParameter('Weight must be a decimal between 0.0 and 1.0');
  }
  return Object.fromEntries(entries);
}
