import type { GetDataQualityRulesetRequest, GetDataQualityRulesetResponse } from '@aws-sdk/client-glue';
import { operation } from '@cairn/emulator-kit';
import { getRulesetEntry, onRuleset } from '../quality/rulesets.ts';
import type { GlueState } from '../state.ts';

export const getDataQualityRuleset = operation<GlueState, GetDataQualityRulesetRequest, GetDataQualityRulesetResponse>({
  fidelity: 'real',
  needs: ({ Name: name }, call) => onRuleset('GetDataQualityRuleset', name, call),
  handle: ({ Name: name }, call) => getRulesetEntry(call, name),
});
