import type { CreateDataQualityRulesetRequest, CreateDataQualityRulesetResponse } from '@aws-sdk/client-glue';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { alreadyExists } from '../errors.ts';
import { demandPassable, onRuleset } from '../quality/rulesets.ts';
import type { GlueState } from '../state.ts';

export const createDataQualityRuleset = operation<
  GlueState,
  Sent<CreateDataQualityRulesetRequest>,
  CreateDataQualityRulesetResponse
>({
  fidelity: 'simplified',
  differs: 'Most rule types of DQDL are read; tags are not kept.',
  needs: ({ Name: name }, call) => onRuleset('CreateDataQualityRuleset', name, call),
  handle: ({ Name: name, Ruleset, Description, TargetTable }, call) => {
    demandPassable(Ruleset);
    if (call.state.rulesets.has(name)) throw alreadyExists(`Ruleset ${name}`);
    call.state.rulesets.set(name, {
      Name: name,
      Ruleset,
      CreatedOn: call.date(),
      LastModifiedOn: call.date(),
      ...(Description === undefined ? {} : { Description }),
      ...(TargetTable ? { TargetTable } : {}),
    });
    return { Name: name };
  },
});
