import { checkState, targetsOf } from './check-state.ts';
import type { Machine } from './definition.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import { type Problem, Problems } from './problems.ts';

export type Checked =
  | { readonly machine: Machine; readonly problems: readonly [] }
  | { readonly machine: undefined; readonly problems: readonly Problem[] };

const MACHINE_FIELDS = ['Comment', 'StartAt', 'States', 'TimeoutSeconds', 'Version', 'QueryLanguage'];
const BRANCH_FIELDS = ['Comment', 'StartAt', 'States', 'ProcessorConfig', 'QueryLanguage'];

/** Reads a definition in Amazon States Language, or tells all that is wrong with it. */
export function checkDefinition(text: string): Checked {
  const problems = new Problems();
  let definition: Json;
  try {
    definition = JSON.parse(text) as Json; // JSON is what it says
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    return failed({ code: 'INVALID_JSON_DESCRIPTION', message: `The definition is no JSON: ${why}`, location: '/' });
  }
  if (!isObject(definition))
    return failed({ code: 'INVALID_JSON_DESCRIPTION', message: 'The definition must be a JSON object', location: '/' });
  problems.fields(definition, MACHINE_FIELDS, '');
  problems.whole(definition, 'TimeoutSeconds', '', 1);
  checkMachine(definition, '', problems);
  if (problems.all.length > 0) return { machine: undefined, problems: problems.all };
  return { machine: definition as unknown as Machine, problems: [] }; // checked member by member
}

const failed = (problem: Problem): Checked => ({ machine: undefined, problems: [problem] });

function checkMachine(machine: JsonObject, location: string, problems: Problems): void {
  if ((machine.QueryLanguage ?? 'JSONPath') !== 'JSONPath') {
    problems.schema('JSONata is not supported in this sandbox: use JSONPath', `${location}/QueryLanguage`);
    return;
  }
  const start = problems.text(machine, 'StartAt', location, true);
  const { States: states } = machine;
  if (!isObject(states) || Object.keys(states).length === 0) {
    problems.schema('Field "States" must be an object with at least one state', `${location}/States`);
    return;
  }
  if (start !== undefined && !Object.hasOwn(states, start)) {
    problems.transition(`Missing 'Next' target: ${start}`, `${location}/StartAt`);
  }
  for (const [name, state] of Object.entries(states)) {
    const place = `${location}/States/${name}`;
    if (name.length > 80) problems.schema('The name of a state may have 80 characters', place);
    if (!isObject(state)) problems.schema('A state must be an object', place);
    else {
      checkState(state, place, problems);
      checkTargets(state, states, place, problems);
      checkBranches(state, place, problems);
    }
  }
  checkReach(start, states, location, problems);
}

function checkTargets(state: JsonObject, states: JsonObject, place: string, problems: Problems): void {
  for (const { name, location } of targetsOf(state, place)) {
    if (!Object.hasOwn(states, name)) problems.transition(`Missing 'Next' target: ${name}`, location);
  }
}

function checkBranches(state: JsonObject, place: string, problems: Problems): void {
  const named = { ItemProcessor: state.ItemProcessor, Iterator: state.Iterator };
  const branches = Array.isArray(state.Branches) ? state.Branches : [];
  const all: [string, Json | undefined][] = [
    ...Object.entries(named).map(([name, branch]): [string, Json | undefined] => [`${place}/${name}`, branch]),
    ...branches.map((branch: Json, index): [string, Json] => [`${place}/Branches[${index}]`, branch]),
  ];
  for (const [location, branch] of all) {
    if (branch === undefined) continue;
    if (!isObject(branch)) {
      problems.schema('A branch must be an object', location);
      continue;
    }
    problems.fields(branch, BRANCH_FIELDS, location);
    const { ProcessorConfig: config } = branch;
    if (isObject(config) && (config.Mode ?? 'INLINE') !== 'INLINE') {
      problems.schema('Mode DISTRIBUTED is not supported in this sandbox', `${location}/ProcessorConfig/Mode`);
    }
    checkMachine(branch, location, problems);
  }
}

function checkReach(start: string | undefined, states: JsonObject, location: string, problems: Problems): void {
  const reached = new Set<string>();
  const open = start === undefined ? [] : [start];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const state = states[name];
    if (reached.has(name) || !isObject(state)) continue;
    reached.add(name);
    open.push(...targetsOf(state, '').map((target) => target.name));
  }
  for (const name of Object.keys(states)) {
    if (start !== undefined && !reached.has(name)) {
      problems.transition(`State "${name}" is not reachable.`, `${location}/States/${name}`);
    }
  }
}
