import type { DeleteDataQualityRulesetRequest } from '@aws-sdk/client-glue';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { getRulesetEntry, onRuleset } from '../quality/rulesets.ts';
import type { GlueState } from '../state.ts';

export const deleteDataQualityRuleset = operation<GlueState, Sent<DeleteDataQualityRulesetRequest>, object>({
  fidelity: 'real',
  needs: ({ Name: name }, call) => onRuleset('DeleteDataQualityRuleset', name, call),
  handle: ({ Name: name }, call) => {
    getRulesetEntry(call, name);
    call.state.rulesets.delete(name);
    return {};
  },
});
