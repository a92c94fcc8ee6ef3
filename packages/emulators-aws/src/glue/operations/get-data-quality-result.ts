import type { GetDataQualityResultRequest, GetDataQualityResultResponse } from '@aws-sdk/client-glue';
import { operation } from '@cairn/emulator-kit';
import { notFound } from '../errors.ts';
import { onRuleset } from '../quality/rulesets.ts';
import type { GlueState } from '../state.ts';

export const getDataQualityResult = operation<GlueState, GetDataQualityResultRequest, GetDataQualityResultResponse>({
  fidelity: 'real',
  needs: (_input, call) => onRuleset('GetDataQualityResult', '*', call),
  handle: ({ ResultId: id = '' }, { state }) => {
    const result = state.results.get(id);
    if (!result) throw notFound(`Data quality result ${id} not found.`);
    return result;
  },
});
