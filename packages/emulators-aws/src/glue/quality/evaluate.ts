import type {
  DataQualityResult,
  DataQualityRuleResult,
  GetDataQualityRulesetEvaluationRunResponse,
} from '@aws-sdk/client-glue';
import { ServiceError } from '@cairn/emulator-kit';
import { QueryFault } from '../../lake/query-fault.ts';
import { withSelect } from '../../lake/select.ts';
import { quoteName } from '../../lake/sql-text.ts';
import { GLUE_JOB_DPU_HOUR } from '../../prices.ts';
import type { GlueCall } from '../state.ts';
import { parseRuleset, type Rule } from './dqdl.ts';
import { judge, type Measured, type Verdict } from './measure.ts';

type Run = GetDataQualityRulesetEvaluationRunResponse;

const DEFAULT_WORKERS = 5;
const LEAST_BILLED_HOURS = 1 / 60;

/** Checks all rulesets of a run against its table, as the run's role. The outcome is in the run. */
export async function evaluateRulesets(call: GlueCall, run: Run): Promise<void> {
  run.Status = 'RUNNING';
  try {
    const principal = call.assume(run.Role ?? '', 'glue.amazonaws.com', 'GlueDataQuality');
    const { DatabaseName: database = '', TableName: table = '' } = run.DataSource?.GlueTable ?? {};
    const sql = `SELECT * FROM ${quoteName(database)}.${quoteName(table)}`;
    await withSelect({ reader: { call, principal }, sql, database }, async ({ bench, select }) => {
      await bench.run(`CREATE TABLE data AS ${select}`);
      const columns = new Map(
        (await bench.columns('SELECT * FROM data')).map(({ name, type }) => [name.toLowerCase(), type]),
      );
      for (const name of run.RulesetNames ?? []) await evaluate(call, run, name, { bench, columns, now: call.now() });
    });
    end(call, run, 'SUCCEEDED');
  } catch (error) {
    if (!(error instanceof ServiceError || error instanceof QueryFault)) throw error;
    run.ErrorString = error.message;
    end(call, run, 'FAILED');
  }
}

function end(call: GlueCall, run: Run, status: 'SUCCEEDED' | 'FAILED'): void {
  run.Status = status;
  run.CompletedOn = call.date();
  run.LastModifiedOn = call.date();
  const hours = (call.now() - (run.StartedOn?.getTime() ?? 0)) / 3_600_000;
  run.ExecutionTime = Math.round(hours * 3600);
  call.charge(GLUE_JOB_DPU_HOUR, (run.NumberOfWorkers ?? DEFAULT_WORKERS) * Math.max(LEAST_BILLED_HOURS, hours));
}

async function evaluate(call: GlueCall, run: Run, name: string, data: Measured): Promise<void> {
  const rules = parseRuleset(call.state.rulesets.get(name)?.Ruleset ?? '');
  const RuleResults: DataQualityRuleResult[] = [];
  for (const [i, rule] of rules.entries()) RuleResults.push(await resultOf(data, rule, i));
  const passed = RuleResults.filter(({ Result }) => Result === 'PASS').length;
  const result: DataQualityResult = {
    ResultId: `dqresult-${call.ids.hex(40)}`,
    Score: passed / RuleResults.length,
    DataSource: run.DataSource,
    RulesetName: name,
    StartedOn: run.StartedOn,
    CompletedOn: call.date(),
    RulesetEvaluationRunId: run.RunId,
    RuleResults,
  };
  call.state.results.set(result.ResultId ?? '', result);
  run.ResultIds = [...(run.ResultIds ?? []), result.ResultId ?? ''];
}

async function resultOf(data: Measured, rule: Rule, index: number): Promise<DataQualityRuleResult> {
  const shown = { Name: `Rule_${index + 1}`, Description: rule.text, EvaluatedRule: rule.text };
  try {
    const { isPassed, metrics, message } = await verdictOf(data, rule);
    return {
      ...shown,
      Result: isPassed ? 'PASS' : 'FAIL',
      EvaluatedMetrics: { ...metrics },
      ...(message === undefined ? {} : { EvaluationMessage: message }),
    };
  } catch (error) {
    if (!(error instanceof Error) || error instanceof RangeError) throw error;
    return { ...shown, Result: 'ERROR', EvaluationMessage: error.message, EvaluatedMetrics: {} };
  }
}

async function verdictOf(data: Measured, rule: Rule): Promise<Verdict> {
  if (rule.kind === 'rule') return judge(data, rule);
  const verdicts: Verdict[] = [];
  for (const part of rule.rules) verdicts.push(await verdictOf(data, part));
  const isPassed =
    rule.kind === 'all' ? verdicts.every((verdict) => verdict.isPassed) : verdicts.some((verdict) => verdict.isPassed);
  const metrics = Object.assign({}, ...verdicts.map((verdict) => verdict.metrics)) as Verdict['metrics']; // of numbers only
  return { isPassed, metrics };
}
