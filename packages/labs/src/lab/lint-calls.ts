import { splitCall } from '../cloud/cloud.ts';
import { SERVICES } from '../cloud/services.ts';
import { compileQuery } from '../query/jmespath.ts';
import { type Expression, ExpressionFault, parseExpression, variablesOf, walk } from '../value/expression.ts';
import { membersOf, usesRows } from '../value/rows.ts';
import { variablesIn } from '../value/template.ts';
import type { ApiCall, LabCall, RepeatCall, WaitCall } from './calls-schema.ts';
import type { Say } from './lab-fault.ts';
import { lintBodies } from './lint-data.ts';
import type { Lab } from './schema.ts';

export type LintCalls = readonly LabCall[];

type Place = {
  readonly lab: Lab;
  readonly path: readonly PropertyKey[];
  /** Variables that have a value here. */
  readonly known: ReadonlySet<string>;
  readonly say: Say;
};

/** Looks at calls in order; what they save is added to `known`. */
export function lintCalls(calls: LintCalls, place: Omit<Place, 'known'> & { readonly known: Set<string> }): void {
  calls.forEach((call, index) => {
    const here = { ...place, path: [...place.path, index] };
    if ('call' in call) lintApiCall(call, here);
    else if ('wait' in call) lintWait(call, here);
    else if ('repeat' in call) lintRepeat(call, here);
    else if ('log' in call) lintNames(variablesIn(call.log), { ...here, path: [...here.path, 'log'] });
  });
}

type Growing = Place & { readonly known: Set<string> };

function lintApiCall(call: ApiCall, place: Growing, isInRows = false): void {
  lintInput(call, place, isInRows);
  if (call.as !== undefined) lintNames(variablesIn(call.as), { ...place, path: [...place.path, 'as'] });
  if (call.expectError !== undefined && call.save) {
    place.say([...place.path, 'save'], 'A call that is refused answers nothing to save; remove save or expectError.');
  }
  keep(call.save, place);
}

function lintWait(wait: WaitCall, place: Growing): void {
  lintInput({ call: wait.wait, input: wait.input }, place);
  lintQuery(wait.until, [...place.path, 'until'], place.say);
  if (wait.failIf !== undefined) lintQuery(wait.failIf, [...place.path, 'failIf'], place.say);
  keep(wait.save, place);
}

function lintRepeat({ repeat: { over, calls } }: RepeatCall, place: Growing): void {
  const inner = new Set([...place.known, 'index']);
  const isInRows = 'dataset' in over;
  if (isInRows) {
    const { dataset, part } = over;
    lintBodies(place.lab, { kind: 'use', dataset, part }, { path: [...place.path, 'repeat', 'over'], say: place.say });
  }
  calls.forEach((call, index) => {
    const path = [...place.path, 'repeat', 'calls', index];
    if ('call' in call) lintApiCall(call, { ...place, path, known: inner }, isInRows);
    else lintNames(variablesIn(call.log), { ...place, path, known: inner });
  });
  for (const name of inner) if (name !== 'index') place.known.add(name);
}

function keep(save: ApiCall['save'], { path, known, say }: Growing): void {
  for (const [name, query] of Object.entries(save ?? {})) {
    lintQuery(query, [...path, 'save', name], say);
    known.add(name);
  }
}

/** The name of a call and the values of its input. */
export function lintInput(
  { call, input }: { readonly call: string; readonly input: ApiCall['input'] },
  { lab, path, known, say }: Place,
  isInRows = false,
): void {
  lintService(call, { lab, path, known, say });
  const at = [...path, 'input'];
  try {
    const expression = parseExpression(input);
    const names = isInRows ? new Set([...known, 'row']) : known;
    lintNames(variablesOf(expression), { path: at, known: names, say });
    if (isInRows) lintRowMembers(expression, { path: at, say });
    for (const part of walk(expression)) lintPart(part, { lab, path: at, known, say }, isInRows);
  } catch (error) {
    if (!(error instanceof ExpressionFault)) throw error;
    say([...at, ...error.path], `${error.message}.`);
  }
}

function lintService(call: string, { lab, path, say }: Place): void {
  const { service } = splitCall(call);
  if (!Object.hasOwn(SERVICES, service)) {
    say(path, `Labs cannot call ${service}; they can call ${Object.keys(SERVICES).join(', ')}.`);
  } else if (!lab.services.includes(service)) say(path, `${call}: add ${service} to the lab's services.`);
}

/** Scripts for the command line read rows from a file made beforehand, when nothing else has a value yet. */
function lintRowMembers(expression: Expression, { path, say }: Pick<Place, 'path' | 'say'>): void {
  for (const [member, value] of membersOf(expression)) {
    const others = variablesOf(value).filter((name) => name !== 'row' && name !== 'index');
    if (!usesRows(value) || others.length === 0) continue;
    say(
      [...path, member],
      `${member} depends on rows and on ${others.join(', ')}; a member that uses rows may use index alone besides.`,
    );
  }
}

function lintPart(part: Expression, { lab, path, say }: Place, isInRows: boolean): void {
  if (part.kind === 'bytes') lintBodies(lab, part.body, { path, say });
  if ((part.kind === 'rows' || part.kind === 'batch') && !isInRows) {
    say(path, `$${part.kind} has a meaning only within a repeat over a dataset or a metric check.`);
  }
}

export function lintNames(names: readonly string[], { path, known, say }: Omit<Place, 'lab'>): void {
  for (const name of new Set(names)) {
    if (!known.has(name)) say(path, `\${${name}} has no value here; known are ${[...known].join(', ')}.`);
  }
}

export function lintQuery(query: string, path: readonly PropertyKey[], say: Say): void {
  try {
    compileQuery(query);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    say(path, `${error.message}.`);
  }
}
