import { parseExpression, variablesOf } from '../value/expression.ts';
import { variablesIn } from '../value/template.ts';
import type { Check, MetricCheck, StateCheck } from './checks-schema.ts';
import type { Say } from './lab-fault.ts';
import { lintCalls, lintInput, lintNames, lintQuery } from './lint-calls.ts';
import { lintBodies } from './lint-data.ts';
import type { Lab, Step } from './schema.ts';

type Place = {
  readonly path: readonly PropertyKey[];
  /** Variables from before the first step: what a solution saved is of no use to a check. */
  readonly known: ReadonlySet<string>;
  readonly say: Say;
};

export function lintChecks(lab: Lab, { checks }: Step, { path, known, say }: Place): void {
  const soFar = new Set(known);
  checks.forEach((check, index) => {
    const at = [...path, index];
    const inner = new Set(soFar);
    lintBefore(lab, check, { path: [...at, 'before'], known: inner, say });
    const place = { path: at, known: inner, say };
    if (check.notYet !== undefined) lintQuery(check.notYet, [...at, 'notYet'], say);
    lintNames(variablesIn(check.message), {
      ...place,
      known: new Set([...inner, 'observed']),
      path: [...at, 'message'],
    });
    lintInput(check, { lab, ...place }, 'metric' in check);
    if ('metric' in check) lintMetric(lab, check, place);
    else lintState(check, place);
    for (const name of savedBy(check)) soFar.add(name);
  });
}

/** A learner looks at a check while it runs: it must not take long, and must not move the account's time. */
const LONGEST_WAIT_SECONDS = 60;

function lintBefore(lab: Lab, { before = [] }: Check, place: Place & { readonly known: Set<string> }): void {
  lintCalls(before, { lab, ...place });
  before.forEach((call, index) => {
    if ('advance' in call) place.say([...place.path, index], 'A check must not let time pass; do so in the solution.');
    if ('wait' in call && call.timeoutSeconds > LONGEST_WAIT_SECONDS) {
      place.say(
        [...place.path, index, 'timeoutSeconds'],
        `A check waits at most ${LONGEST_WAIT_SECONDS} seconds; use notYet.`,
      );
    }
  });
}

function savedBy(check: Check): string[] {
  return 'save' in check ? Object.keys(check.save ?? {}) : [];
}

function lintState(check: StateCheck, { path, known, say }: Place): void {
  if (check.as !== undefined) lintNames(variablesIn(check.as), { path: [...path, 'as'], known, say });
  for (const [name, query] of Object.entries(check.save ?? {})) lintQuery(query, [...path, 'save', name], say);
  if (check.expectError !== undefined && check.expect.length > 0) {
    say([...path, 'expect'], 'A call that is refused answers nothing; remove expect or expectError.');
  }
  check.expect.forEach((expectation, index) => {
    const at = [...path, 'expect', index];
    lintQuery(expectation.path, [...at, 'path'], say);
    lintNames(variablesOf(parseExpression(expectation)), { path: at, known, say });
    if (expectation.matches === undefined) return;
    try {
      new RegExp(expectation.matches, 'u');
    } catch {
      say([...at, 'matches'], `"${expectation.matches}" is not a regular expression.`);
    }
  });
}

function lintMetric(lab: Lab, check: MetricCheck, { path, say }: Place): void {
  const { dataset, part, label, scores } = check;
  lintBodies(lab, { kind: 'use', dataset, part, columns: [label] }, { path, say });
  lintQuery(scores.path, [...path, 'scores', 'path'], say);
  if (scores.each !== undefined) lintQuery(scores.each, [...path, 'scores', 'each'], say);
}
