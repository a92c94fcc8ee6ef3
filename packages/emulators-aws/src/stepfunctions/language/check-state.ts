import { isOperator } from './choice.ts';
import { STATE_TYPES, type StateType } from './definition.ts';
import { isList, isObject, type Json, type JsonObject } from './json.ts';
import type { Problems } from './problems.ts';
import { checkResource } from './resource.ts';

const COMMON = ['Type', 'Comment', 'QueryLanguage', 'InputPath', 'OutputPath'];
const NEXT = ['Next', 'End'];
const RESULT = ['Parameters', 'ResultPath'];
const WORK = [...NEXT, ...RESULT, 'ResultSelector', 'Retry', 'Catch'];

const FIELDS: Readonly<Record<StateType, readonly string[]>> = {
  Task: [...WORK, 'Resource', 'TimeoutSeconds', 'TimeoutSecondsPath', 'HeartbeatSeconds'],
  Pass: [...NEXT, ...RESULT, 'Result'],
  Choice: ['Choices', 'Default'],
  Wait: [...NEXT, 'Seconds', 'SecondsPath', 'Timestamp', 'TimestampPath'],
  Succeed: [],
  Fail: ['Error', 'ErrorPath', 'Cause', 'CausePath'],
  Parallel: [...WORK, 'Branches'],
  Map: [...WORK, 'ItemProcessor', 'Iterator', 'ItemsPath', 'ItemSelector', 'MaxConcurrency'],
};

/** Checks one state by itself; where it leads to is checked with its neighbours. */
export function checkState(state: JsonObject, place: string, problems: Problems): void {
  const type = STATE_TYPES.find((name) => name === state.Type);
  if (!type) {
    problems.schema(`Field "Type" must be one of ${STATE_TYPES.join(', ')}`, `${place}/Type`);
    return;
  }
  if ((state.QueryLanguage ?? 'JSONPath') !== 'JSONPath') {
    problems.schema('JSONata is not supported in this sandbox: use JSONPath', `${place}/QueryLanguage`);
    return;
  }
  problems.fields(state, [...COMMON, ...FIELDS[type]], place);
  checkPaths(state, place, problems);
  if (FIELDS[type].includes('Next')) checkNext(state, place, problems);
  checkRetry(state, place, problems);
  checkCatch(state, place, problems);
  CHECKS[type]?.(state, place, problems);
}

function checkPaths(state: JsonObject, place: string, problems: Problems): void {
  problems.path(state, 'InputPath', place, 'any', true);
  problems.path(state, 'OutputPath', place, 'any', true);
  problems.path(state, 'ResultPath', place, 'reference', true);
  if (typeof state.ResultPath === 'string' && state.ResultPath.startsWith('$$')) {
    problems.schema('Field "ResultPath" cannot write to the context object', `${place}/ResultPath`);
  }
  problems.template(state.Parameters, `${place}/Parameters`);
  problems.template(state.ResultSelector, `${place}/ResultSelector`);
  problems.template(state.ItemSelector, `${place}/ItemSelector`);
}

function checkNext(state: JsonObject, place: string, problems: Problems): void {
  const isEnd = state.End === true;
  if (isEnd === (state.Next !== undefined)) {
    problems.schema('A state needs exactly one of "Next" and "End": true', place);
  }
  problems.text(state, 'Next', place);
}

type Check = (state: JsonObject, place: string, problems: Problems) => void;

const CHECKS: Readonly<Partial<Record<StateType, Check>>> = {
  Task: (state, place, problems) => {
    problems.whole(state, 'TimeoutSeconds', place, 1);
    problems.path(state, 'TimeoutSecondsPath', place, 'reference');
    if (state.HeartbeatSeconds !== undefined) {
      problems.schema('HeartbeatSeconds is not supported in this sandbox', `${place}/HeartbeatSeconds`);
    }
    const resource = problems.text(state, 'Resource', place, true);
    const refusal = resource === undefined ? undefined : checkResource(resource);
    if (refusal !== undefined) problems.schema(refusal, `${place}/Resource`);
  },
  Choice: (state, place, problems) => {
    const { Choices: choices } = state;
    problems.text(state, 'Default', place);
    if (!isList(choices) || choices.length === 0)
      problems.schema('Field "Choices" must be a non-empty array', `${place}/Choices`);
    else for (const [index, rule] of choices.entries()) checkRule(rule, `${place}/Choices[${index}]`, problems, true);
  },
  Wait: (state, place, problems) => {
    const given = ['Seconds', 'SecondsPath', 'Timestamp', 'TimestampPath'].filter((name) => state[name] !== undefined);
    if (given.length !== 1)
      problems.schema('A Wait state needs exactly one of Seconds, SecondsPath, Timestamp, TimestampPath', place);
    problems.whole(state, 'Seconds', place);
    problems.path(state, 'SecondsPath', place, 'reference');
    problems.path(state, 'TimestampPath', place, 'reference');
    if (state.Timestamp !== undefined && Number.isNaN(Date.parse(String(state.Timestamp)))) {
      problems.schema('Field "Timestamp" must be an RFC 3339 timestamp', `${place}/Timestamp`);
    }
  },
  Fail: (state, place, problems) => {
    for (const name of ['ErrorPath', 'CausePath']) {
      if (typeof state[name] === 'string') problems.expression(String(state[name]), `${place}/${name}`);
    }
  },
  Parallel: (state, place, problems) => {
    if (!isList(state.Branches) || state.Branches.length === 0) {
      problems.schema('Field "Branches" must be a non-empty array', `${place}/Branches`);
    }
  },
  Map: (state, place, problems) => {
    problems.whole(state, 'MaxConcurrency', place);
    problems.path(state, 'ItemsPath', place, 'reference');
    if ((state.ItemProcessor === undefined) === (state.Iterator === undefined)) {
      problems.schema('A Map state needs exactly one of "ItemProcessor" and "Iterator"', place);
    }
  },
};

function checkRule(rule: Json, place: string, problems: Problems, isTop: boolean): void {
  if (!isObject(rule)) {
    problems.schema('A choice rule must be an object', place);
    return;
  }
  if (isTop) problems.text(rule, 'Next', place, true);
  else if (rule.Next !== undefined) problems.schema('Only a top-level choice rule has "Next"', `${place}/Next`);
  const inner = [rule.And, rule.Or, rule.Not === undefined ? undefined : [rule.Not]].find((one) => one !== undefined);
  if (inner === undefined) checkTest(rule, place, problems);
  else if (!isList(inner) || inner.length === 0)
    problems.schema('"And" and "Or" need a non-empty array of rules', place);
  else for (const [index, one] of inner.entries()) checkRule(one, `${place}[${index}]`, problems, false);
}

function checkTest(rule: JsonObject, place: string, problems: Problems): void {
  const operators = Object.keys(rule).filter((name) => !['Variable', 'Next', 'Comment'].includes(name));
  if (operators.length !== 1 || !isOperator(operators[0] ?? '')) {
    problems.schema(
      `A choice rule needs exactly one comparison operator, not ${operators.join(', ') || 'none'}`,
      place,
    );
  }
  if (problems.text(rule, 'Variable', place, true) !== undefined) problems.path(rule, 'Variable', place, 'any');
}

function checkRetry(state: JsonObject, place: string, problems: Problems): void {
  if (state.Retry === undefined) return;
  if (!isList(state.Retry)) problems.schema('Field "Retry" must be an array', `${place}/Retry`);
  else
    state.Retry.forEach((retrier, index, all) => {
      const at = `${place}/Retry[${index}]`;
      if (!checkErrors(retrier, at, index === all.length - 1, problems)) return;
      problems.whole(retrier, 'IntervalSeconds', at, 1);
      problems.whole(retrier, 'MaxAttempts', at);
      problems.whole(retrier, 'MaxDelaySeconds', at, 1);
      if (retrier.BackoffRate !== undefined && !(Number(retrier.BackoffRate) >= 1)) {
        problems.schema('Field "BackoffRate" must be a number of at least 1', `${at}/BackoffRate`);
      }
    });
}

function checkCatch(state: JsonObject, place: string, problems: Problems): void {
  if (state.Catch === undefined) return;
  if (!isList(state.Catch)) problems.schema('Field "Catch" must be an array', `${place}/Catch`);
  else
    state.Catch.forEach((catcher, index, all) => {
      const at = `${place}/Catch[${index}]`;
      if (!checkErrors(catcher, at, index === all.length - 1, problems)) return;
      problems.text(catcher, 'Next', at, true);
      problems.path(catcher, 'ResultPath', at, 'reference', true);
    });
}

function checkErrors(one: Json, place: string, isLast: boolean, problems: Problems): one is JsonObject {
  const names = isObject(one) ? one.ErrorEquals : undefined;
  if (!isList(names) || names.length === 0 || names.some((name) => typeof name !== 'string')) {
    problems.schema('Field "ErrorEquals" must be a non-empty array of error names', `${place}/ErrorEquals`);
    return false;
  }
  if (names.includes('States.ALL') && (names.length > 1 || !isLast)) {
    problems.schema('States.ALL must appear alone and in the last place', `${place}/ErrorEquals`);
  }
  return true;
}

interface Target {
  readonly name: string;
  readonly location: string;
}

/** The states that a state may lead to. */
export function targetsOf(state: JsonObject, place: string): readonly Target[] {
  const rules = (list: Json | undefined, field: string) =>
    isList(list)
      ? list.map((one, index): [Json | undefined, string] => [
          isObject(one) ? one.Next : undefined,
          `${place}/${field}[${index}]/Next`,
        ])
      : [];
  const all: [Json | undefined, string][] = [
    [state.Next, `${place}/Next`],
    [state.Default, `${place}/Default`],
    ...rules(state.Choices, 'Choices'),
    ...rules(state.Catch, 'Catch'),
  ];
  return all.flatMap(([name, location]) => (typeof name === 'string' ? [{ name, location }] : []));
}
