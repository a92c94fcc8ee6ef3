import type { Target } from '@aws-sdk/client-eventbridge';
import { parsePath, valueAt } from './json-path.ts';
import type { BusEvent, Rule } from './state.ts';

/** What a target receives for an event: a constant, a part of it, a filled-in template, or the event itself. */
export function inputFor(target: Target, rule: Rule, event: BusEvent): string {
  const { Input: constant, InputPath: path, InputTransformer: transformer } = target;
  if (constant !== undefined) return constant;
  if (path !== undefined) return JSON.stringify(valueAt(event, path) ?? null);
  if (transformer) return fill(transformer.InputTemplate ?? '', variablesOf(transformer, rule, event));
  return JSON.stringify(event);
}

type Transformer = NonNullable<Target['InputTransformer']>;
type Variables = ReadonlyMap<string, unknown>;

function variablesOf({ InputPathsMap: paths = {} }: Transformer, rule: Rule, event: BusEvent): Variables {
  const { detail: _, ...withoutDetail } = event;
  return new Map<string, unknown>([
    ...Object.entries(paths).map(([name, path]) => [name, valueAt(event, path)] as const),
    ['aws.events.rule-arn', rule.arn],
    ['aws.events.rule-name', rule.name],
    ['aws.events.event.ingestion-time', event.time],
    ['aws.events.event', withoutDetail],
    ['aws.events.event.json', event],
  ]);
}

/** A string of JSON, a variable in angle brackets, or any other character. */
const TOKEN = /"(?:[^"\\]|\\.)*"|<([A-Za-z0-9_.-]+)>|[^"<]+|[\s\S]/g;

/** Puts values in for `<name>`: inside quotes as text, elsewhere as JSON. What is not known stays as it stands. */
function fill(template: string, variables: Variables): string {
  return template.replace(TOKEN, (token, name: string | undefined) => {
    if (token.startsWith('"'))
      return token.replace(/<([A-Za-z0-9_.-]+)>/g, (all, inner: string) => textOf(variables, inner, all));
    if (name === undefined || !variables.has(name)) return token;
    return JSON.stringify(variables.get(name) ?? null);
  });
}

/** Escaped, so that the string around it stays one. A path that leads nowhere gives nothing. */
function textOf(variables: Variables, name: string, otherwise: string): string {
  if (!variables.has(name)) return otherwise;
  const value = variables.get(name);
  const text = typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
  return JSON.stringify(text).slice(1, -1);
}

const MAX_VARIABLES = 100;

/** What is wrong with how a target shapes its input; undefined when nothing is. */
export function inputFault({
  Input: constant,
  InputPath: path,
  InputTransformer: transformer,
}: Target): string | undefined {
  if ([constant, path, transformer].filter((given) => given !== undefined).length > 1) {
    return 'Only one of Input, InputPath, or InputTransformer must be provided';
  }
  if (constant !== undefined && !isJson(constant)) return 'JSON syntax error in input';
  if (path !== undefined && !parsePath(path)) return `Invalid InputPath ${path}`;
  const paths = Object.entries(transformer?.InputPathsMap ?? {});
  if (paths.length > MAX_VARIABLES) return `InputPathsMap may hold ${MAX_VARIABLES} paths`;
  const [name, wrong] = paths.find(([, one]) => !parsePath(one)) ?? [];
  return name === undefined ? undefined : `Invalid path ${wrong} of ${name} in InputPathsMap`;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
