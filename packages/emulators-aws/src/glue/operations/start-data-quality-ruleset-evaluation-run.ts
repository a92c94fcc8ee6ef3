import type {
  StartDataQualityRulesetEvaluationRunRequest,
  StartDataQualityRulesetEvaluationRunResponse,
} from '@aws-sdk/client-glue';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { notSupported } from '../errors.ts';
import { demandPassRole, roleArnOf } from '../needs.ts';
import { evaluateRulesets } from '../quality/evaluate.ts';
import { getRulesetEntry, onRuleset } from '../quality/rulesets.ts';
import type { GlueState } from '../state.ts';

export const startDataQualityRulesetEvaluationRun = operation<
  GlueState,
  Sent<StartDataQualityRulesetEvaluationRunRequest>,
  StartDataQualityRulesetEvaluationRunResponse
>({
  fidelity: 'simplified',
  differs: 'Rules are checked one by one over the whole table; no observations or anomalies are made.',
  needs: (input, call) =>
    input.RulesetNames.map((name) => onRuleset('StartDataQualityRulesetEvaluationRun', name, call)),
  handle: (input, call) => {
    if (!input.DataSource.GlueTable) throw notSupported('A data source that is no GlueTable');
    if (input.AdditionalDataSources) throw notSupported('AdditionalDataSources');
    for (const name of input.RulesetNames) getRulesetEntry(call, name);
    demandPassRole(call, input.Role);
    const RunId = `dqrun-${call.ids.hex(40)}`;
    const { ClientToken: _token, ...kept } = input;
    const run = {
      ...kept,
      RunId,
      Role: roleArnOf(call, input.Role),
      Status: 'STARTING' as const,
      StartedOn: call.date(),
      LastModifiedOn: call.date(),
      ResultIds: [],
    };
    call.state.evaluations.set(RunId, run);
    call.background((later) => evaluateRulesets(later, run));
    return { RunId };
  },
});
