import { UserFault } from '../data/user-fault.ts';
import type { ParameterValue } from './parameters.ts';

/** What functions in a definition may refer to. */
export interface Scope {
  readonly parameters: ReadonlyMap<string, ParameterValue>;
  readonly execution: Readonly<Record<string, string>>;
  /** What a finished step has to show; undefined when it has not run. */
  readonly properties: (step: string) => Readonly<Record<string, unknown>> | undefined;
  /** The JSON of a property file. */
  readonly propertyFile: (step: string, name: string) => Promise<unknown>;
}

const SEGMENT = /\.?([A-Za-z_][\w-]*)|\[(\d+)\]|\[['"]([^'"]+)['"]\]/gy;

/** `a.b[0]['c.d']` as its parts; undefined when it is no path. */
function segmentsOf(path: string): string[] | undefined {
  const segments: string[] = [];
  let end = 0;
  for (const match of path.matchAll(SEGMENT)) {
    segments.push(match[1] ?? match[2] ?? match[3] ?? '');
    end = match.index + match[0].length;
  }
  return end === path.length ? segments : undefined;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** A member of an object, an element by number, or the element of a list that is named so. */
function memberOf(value: unknown, key: string): unknown {
  if (Array.isArray(value)) {
    if (/^\d+$/.test(key)) return value[Number(key)];
    return value.find((entry) => isRecord(entry) && [entry.OutputName, entry.MetricName, entry.Name].includes(key));
  }
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function follow(value: unknown, path: string, source: string): unknown {
  const segments = segmentsOf(path);
  const found = segments?.reduce(memberOf, value);
  if (found === undefined) throw new UserFault(`${source} has no ${path}.`);
  return found;
}

function get(reference: string, { parameters, execution, properties }: Scope): unknown {
  const [, root = '', name = '', rest = ''] = /^(Parameters|Execution|Steps)\.([^.[]+)\.?(.*)$/s.exec(reference) ?? [];
  const isPlain = rest === '';
  if (root === 'Parameters' && isPlain && parameters.has(name)) return parameters.get(name);
  if (root === 'Execution' && isPlain && Object.hasOwn(execution, name)) return execution[name];
  const step = root === 'Steps' ? properties(name) : undefined;
  if (step) return follow(step, rest, `Step ${name}`);
  throw new UserFault(`{"Get": "${reference}"} refers to nothing that is known here.`);
}

async function jsonGet(argument: unknown, scope: Scope): Promise<unknown> {
  const { PropertyFile, Path } = isRecord(argument) ? argument : {};
  const reference = isRecord(PropertyFile) ? String(PropertyFile.Get) : '';
  const [, step, file] = /^Steps\.([^.]+)\.PropertyFiles\.(.+)$/.exec(reference) ?? [];
  if (step === undefined || file === undefined || typeof Path !== 'string') {
    throw new UserFault('Std:JsonGet needs a PropertyFile {"Get": "Steps.<step>.PropertyFiles.<name>"} and a Path.');
  }
  return follow(await scope.propertyFile(step, file), Path.replace(/^\$\.?/, ''), `Property file ${file}`);
}

async function join(argument: unknown, scope: Scope): Promise<string> {
  const { On = '', Values } = isRecord(argument) ? argument : {};
  if (!Array.isArray(Values)) throw new UserFault('Std:Join needs a list of Values.');
  const texts = await Promise.all(Values.map(async (value) => String(await resolve(value, scope))));
  return texts.join(String(On));
}

/** A value with its functions replaced by what they stand for: Get, Std:Join, Std:JsonGet. */
export async function resolve(value: unknown, scope: Scope): Promise<unknown> {
  if (Array.isArray(value)) return Promise.all(value.map((entry) => resolve(entry, scope)));
  if (!isRecord(value)) return value;
  const keys = Object.keys(value);
  if (keys.length === 1 && typeof value.Get === 'string') return get(value.Get, scope);
  if (keys.length === 1 && 'Std:Join' in value) return join(value['Std:Join'], scope);
  if (keys.length === 1 && 'Std:JsonGet' in value) return jsonGet(value['Std:JsonGet'], scope);
  const entries = Object.entries(value).map(async ([key, inner]) => [key, await resolve(inner, scope)] as const);
  return Object.fromEntries(await Promise.all(entries));
}
