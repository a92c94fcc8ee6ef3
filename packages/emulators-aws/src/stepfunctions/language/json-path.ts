import { isEqual, isList, isObject, type Json } from './json.ts';
import { parsePath, type Step, type Test } from './path-syntax.ts';

/**
 * What a JSONPath selects in `root`. A path without wildcards, slices, filters and the like selects one value;
 * undefined when there is none. Other paths select a list, which may be empty.
 *
 * @throws SyntaxError for a text that is no path
 */
export function select(path: string, root: Json): Json | undefined {
  const steps = parsePath(path);
  const found = steps.reduce<readonly Json[]>((nodes, step) => nodes.flatMap((node) => apply(step, node)), [root]);
  return steps.every(({ kind }) => kind === 'name' || kind === 'index') ? found[0] : found;
}

function apply(step: Step, node: Json): readonly Json[] {
  switch (step.kind) {
    case 'name':
      return isObject(node) && Object.hasOwn(node, step.name) ? [node[step.name] ?? null] : [];
    case 'index':
      return isList(node) ? present(node.at(step.index)) : [];
    case 'wildcard':
      return childrenOf(node);
    case 'slice':
      return isList(node) ? sliced(node, step) : [];
    case 'union':
      return step.of.flatMap((one) => apply(one, node));
    case 'descend':
      return descendants(node).flatMap((one) => apply(step.to, one));
    case 'filter':
      return childrenOf(node).filter((child) => step.any.some((all) => all.every((test) => passes(test, child))));
  }
}

const present = (value: Json | undefined): readonly Json[] => (value === undefined ? [] : [value]);

const childrenOf = (node: Json): readonly Json[] => (isList(node) ? node : isObject(node) ? Object.values(node) : []);

const descendants = (node: Json): readonly Json[] => [node, ...childrenOf(node).flatMap(descendants)];

function sliced(list: readonly Json[], { start, end, by }: Extract<Step, { kind: 'slice' }>): readonly Json[] {
  return list.slice(start, end).filter((_, index) => index % by === 0);
}

function passes({ path, operator, value }: Test, node: Json): boolean {
  const found = select(path, node);
  if (operator === undefined || value === undefined) return found !== undefined;
  if (found === undefined) return operator === '!=';
  if (operator === '==') return isEqual(found, value);
  if (operator === '!=') return !isEqual(found, value);
  const isComparable = typeof found === typeof value && (typeof found === 'number' || typeof found === 'string');
  return isComparable && compare(found as number, operator, value as number); // or texts, which compare alike
}

function compare(a: number, operator: '<' | '<=' | '>' | '>=', b: number): boolean {
  switch (operator) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
  }
}

/**
 * `root` with `value` at a reference path; objects on the way are made. The path has names and indexes only.
 *
 * @throws RangeError when the way leads through a value that holds none
 */
export function placed(path: string, root: Json, value: Json): Json {
  return place(parsePath(path), root, value);
}

function place([step, ...rest]: readonly Step[], node: Json | undefined, value: Json): Json {
  if (!step) return value;
  if (step.kind === 'name') {
    if (node !== undefined && node !== null && !isObject(node)) throw new RangeError('a value stands in the way');
    const object = isObject(node) ? node : {};
    return { ...object, [step.name]: place(rest, object[step.name], value) };
  }
  if (step.kind !== 'index' || !isList(node) || step.index >= node.length) throw new RangeError('no such place');
  return node.map((item, index) => (index === step.index ? place(rest, item, value) : item));
}

/** Whether a path can be written to: names and indexes only. */
export function isReferencePath(path: string): boolean {
  return parsePath(path).every(({ kind }) => kind === 'name' || kind === 'index');
}
