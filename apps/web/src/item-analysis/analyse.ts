import {
  classicalStatistics,
  FLAG_LIMITS,
  type ItemStatistics,
  itemFlags,
  type OptionStatistics,
  type TestStatistics,
} from '@cairn/psychometrics';
import type { Dif, ItemAnalysis, ItemReport, OptionReport, TestReport } from './analysis.ts';
import { type ColumnFacts, columnFacts, curvePersons, responsesOfSheet, totalsOf } from './columns.ts';
import { difReports } from './dif-reports.ts';
import { byGravity, type Flag } from './flags.ts';
import type { ModelChoice } from './messages.ts';
import { type Modelled, type ModelledItem, modelled } from './model-reports.ts';
import { optionsOf } from './option-reports.ts';
import type { ReadSheet } from './reading/sheet-builder.ts';
import { dataRemarks, fileRemarks, modelRemarks, partRemarks } from './remarks.ts';

type Tell = (step: string, share?: number) => void;

/** Everything that the page shows about a file. Takes seconds for a large one: for a worker. */
export function analyse(read: ReadSheet, choice: ModelChoice, tell: Tell): ItemAnalysis {
  const { sheet } = read;
  const { persons, items, groups } = sheet;
  tell('Counting answers');
  const responses = responsesOfSheet(sheet);
  const facts = columnFacts(responses);
  const totals = totalsOf(responses, facts);
  const answered = facts.reduce((sum, { answers }) => sum + answers, 0) / (persons * items.length);
  const classical = classicalStatistics(
    responses,
    facts.map(({ maximum }) => maximum),
  );
  const found = modelled(responses, facts, choice, tell);
  tell('Comparing groups');
  const dif = difReports(sheet, responses);
  const source = { sheet, responses, totals, rows: curvePersons(persons) };
  const reports = items.map(({ id }, j) => {
    tell('Looking at each question', j / items.length);
    return itemReport({
      id,
      facts: facts[j],
      statistics: classical.items[j],
      options: facts[j] ? optionsOf(source, j, facts[j]) : [],
      model: found.outcome === 'fitted' ? found.items.get(j) : undefined,
      dif: dif.items[j],
    });
  });
  const names = items.map(({ id }) => id);
  const remarks = [
    ...fileRemarks(read),
    ...dataRemarks(names, facts, totals, answered),
    ...modelRemarks(found, names),
    ...partRemarks(
      found,
      persons,
      source.rows.length,
      items.some(({ keyed }) => keyed !== undefined),
    ),
    ...(dif.remark ? [dif.remark] : []),
  ];
  const model = found.outcome === 'fitted' ? found.model : undefined;
  return { persons, answered, groups, remarks, test: testReport(classical.test, facts, found), model, items: reports };
}

function testReport(test: TestStatistics, facts: readonly ColumnFacts[], found: Modelled): TestReport {
  return {
    alpha: test.alpha,
    standardError: test.standardErrorOfMeasurement,
    meanScore: test.mean,
    maximum: facts.reduce((sum, { maximum }) => sum + maximum, 0),
    marginalReliability: found.outcome === 'fitted' ? found.reliability : undefined,
  };
}

type Findings = {
  readonly id: string;
  readonly facts: ColumnFacts | undefined;
  readonly statistics: ItemStatistics | undefined;
  readonly options: readonly OptionStatistics[];
  readonly model: ModelledItem | undefined;
  readonly dif: Dif | undefined;
};

const finite = (value: number | undefined): number | undefined =>
  value !== undefined && Number.isFinite(value) ? value : undefined;

function itemReport(findings: Findings): ItemReport {
  const { id, facts, statistics, options, model, dif } = findings;
  const tested = model?.fit?.outcome === 'tested' ? model.fit : undefined;
  return {
    id,
    answers: facts?.answers ?? 0,
    maximum: facts?.maximum ?? 1,
    easiness: finite(statistics?.difficulty),
    discrimination: statistics?.itemRest,
    parameters: model?.parameters,
    errors: model?.errors ?? { a: undefined, b: undefined },
    fit: tested && { statistic: tested.statistic, degrees: tested.degrees, p: tested.pValue, rmsea: tested.rmsea },
    infit: finite(model?.infit),
    outfit: finite(model?.outfit),
    dif,
    flags: flagsOf(findings),
    observed: (model?.observed ?? []).map(({ theta, estimate, low, high, persons }) => ({
      theta,
      share: estimate,
      low,
      high,
      persons,
    })),
    options: options.map(optionReport),
  };
}

function optionReport({ option, isKey, count, share, correlation, curve }: OptionStatistics): OptionReport {
  return {
    label: option,
    isKey,
    count,
    share,
    discrimination: correlation,
    byFifth: curve.map(({ estimate }) => estimate),
  };
}

/** Of a curve that is a little wrong in a large group nothing follows: it must matter too. */
const MISFIT = { p: 0.01, rmsea: 0.05 };

function flagsOf({ facts, statistics, options, model, dif }: Findings): Flag[] {
  const flags: Flag[] = [];
  if (facts?.isConstant && facts.answers > 1) {
    const sentence = `Everybody who answered got the same points (${facts.answers} persons).`;
    return [{ kind: 'constant', sentence }];
  }
  if (statistics) flags.push(...itemFlags(statistics, tellingOptions(options)));
  if (flags.some(({ kind }) => kind === 'few-answers')) return flags;
  if (model?.fit?.outcome === 'tested' && model.fit.pValue < MISFIT.p && model.fit.rmsea > MISFIT.rmsea) {
    const sentence = `The curve does not describe the answers (S-X² ${model.fit.statistic.toFixed(1)} on ${model.fit.degrees} degrees of freedom).`;
    flags.push({ kind: 'misfit', sentence });
  }
  if (dif && dif.severity !== 'A') flags.push({ kind: 'dif', sentence: difSentence(dif) });
  return merged(flags).sort(byGravity);
}

/** Where several options rival the key, the strongest is the one to name. */
function tellingOptions(options: readonly OptionStatistics[]): OptionStatistics[] {
  const rivals = options.filter(({ isKey, share }) => !isKey && share >= FLAG_LIMITS.smallestShare);
  const strongest = Math.max(...rivals.map(({ correlation }) => correlation ?? -1));
  return options.filter((one) => !rivals.includes(one) || one.correlation === strongest);
}

/** One flag a kind; of a question that nearly everybody gets right every wrong option is dead, which is no news. */
function merged(flags: readonly Flag[]): Flag[] {
  const isEasy = flags.some(({ kind }) => kind === 'too-easy');
  const kinds = [...new Set(flags.map(({ kind }) => kind))].filter((kind) => !(isEasy && kind === 'dead-distractor'));
  return kinds.map((kind) => {
    const sentences = flags.filter((flag) => flag.kind === kind).map(({ sentence }) => sentence);
    return { kind, sentence: sentences.join(' ') };
  });
}

function difSentence({ delta, reference, focal, severity }: Dif): string {
  const [harder, other] = delta < 0 ? [focal, reference] : [reference, focal];
  const size = severity === 'C' ? 'much harder' : 'harder';
  return `Among people of equal score it is ${size} for “${harder}” than for “${other}” (class ${severity}).`;
}
