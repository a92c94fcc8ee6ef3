import type {
  GetDataQualityRulesetEvaluationRunRequest,
  GetDataQualityRulesetEvaluationRunResponse,
} from '@aws-sdk/client-glue';
import { operation } from '@cairn/emulator-kit';
import { notFound } from '../errors.ts';
import { onRuleset } from '../quality/rulesets.ts';
import type { GlueState } from '../state.ts';

export const getDataQualityRulesetEvaluationRun = operation<
  GlueState,
  GetDataQualityRulesetEvaluationRunRequest,
  GetDataQualityRulesetEvaluationRunResponse
>({
  fidelity: 'real',
  needs: (_input, call) => onRuleset('GetDataQualityRulesetEvaluationRun', '*', call),
  handle: ({ RunId: id = '' }, { state }) => {
    const run = state.evaluations.get(id);
    if (!run) throw notFound(`Data quality evaluation run ${id} not found.`);
    return run;
  },
});
