import type { GetDataQualityRulesetResponse } from '@aws-sdk/client-glue';
import type { Need } from '@cairn/emulator-kit';
import { QueryFault } from '../../lake/query-fault.ts';
import { invalidInput, notFound } from '../errors.ts';
import { onNamed } from '../needs.ts';
import type { GlueCall } from '../state.ts';
import { parseRuleset } from './dqdl.ts';

export const onRuleset = (action: string, name: string | undefined, call: GlueCall): Need =>
  onNamed(action, 'dataQualityRuleset')(name, call);

export function getRulesetEntry({ state }: GlueCall, name: string | undefined): GetDataQualityRulesetResponse {
  const ruleset = state.rulesets.get(name ?? '');
  if (!ruleset) throw notFound(`Ruleset ${name} not found.`);
  return ruleset;
}

/** Throws InvalidInputException when the text is no DQDL. */
export function demandPassable(text: string): void {
  try {
    parseRuleset(text);
  } catch (error) {
    throw error instanceof QueryFault ? invalidInput(`Ruleset cannot be read: ${error.message}`) : error;
  }
}
