import { type Expression, parseIntrinsic } from './intrinsic-syntax.ts';
import { type Chance, INTRINSICS } from './intrinsics.ts';
import { isList, isObject, type Json } from './json.ts';
import { select } from './json-path.ts';
import { StatesError } from './states-error.ts';

/** What paths in a state may speak about. */
export interface Scope {
  readonly input: Json;
  /** `$$`. */
  readonly context: Json;
  readonly chance: Chance;
}

/** A payload template with its `.$` members filled in. Throws StatesError. */
export function fill(template: Json, scope: Scope): Json {
  if (isList(template)) return template.map((item) => fill(item, scope));
  if (!isObject(template)) return template;
  const entries = Object.entries(template).map(([name, value]) =>
    name.endsWith('.$') && typeof value === 'string'
      ? [name.slice(0, -2), evaluate(value, scope)]
      : [name, fill(value, scope)],
  );
  return Object.fromEntries(entries);
}

/** The value of a path, a context path or an intrinsic function. Throws StatesError. */
export function evaluate(text: string, scope: Scope): Json {
  return text.startsWith('$') ? at(text, scope) : computed(parseIntrinsic(text), scope);
}

/** The value that a path leads to, in the input or the context. Throws StatesError States.ParameterPathFailure. */
export function at(path: string, scope: Scope): Json {
  const found = find(path, scope);
  if (found !== undefined) return found;
  throw new StatesError(
    'States.ParameterPathFailure',
    `The JSONPath '${path}' could not be found in the input '${JSON.stringify(scope.input).slice(0, 1000)}'`,
  );
}

export const find = (path: string, { input, context }: Scope): Json | undefined =>
  path.startsWith('$$') ? select(path.slice(1), context) : select(path, input);

function computed(expression: Expression, scope: Scope): Json {
  switch (expression.kind) {
    case 'value':
      return expression.value;
    case 'path':
      return at(expression.path, scope);
    case 'call': {
      const intrinsic = INTRINSICS[expression.name];
      if (!intrinsic) throw new StatesError('States.IntrinsicFailure', `There is no function ${expression.name}.`);
      return intrinsic(
        expression.arguments.map((one) => computed(one, scope)),
        scope.chance,
      );
    }
  }
}
