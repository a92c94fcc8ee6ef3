import { z } from 'zod';
import { validation } from '../errors.ts';

const Scalar = z.union([z.string(), z.number(), z.boolean()]);

const ParameterSchema = z.strictObject({
  Name: z.string().regex(/^[A-Za-z0-9_-]+$/),
  Type: z.enum(['String', 'Integer', 'Float', 'Boolean']),
  DefaultValue: Scalar.optional(),
  EnumValues: z.array(Scalar).optional(),
});

const PropertyFileSchema = z.strictObject({
  PropertyFileName: z.string(),
  OutputName: z.string(),
  FilePath: z.string(),
});

export const STEP_TYPES = [
  'Training',
  'Processing',
  'Transform',
  'Tuning',
  'Model',
  'RegisterModel',
  'Condition',
  'Fail',
] as const;

const StepSchema = z.object({
  Name: z.string().regex(/^[A-Za-z0-9](-*[A-Za-z0-9_])*$/, 'is no step name: letters, digits, - and _'),
  Type: z.string(),
  Arguments: z.record(z.string(), z.unknown()),
  DependsOn: z.array(z.string()).optional(),
  DisplayName: z.string().optional(),
  Description: z.string().optional(),
  PropertyFiles: z.array(PropertyFileSchema).optional(),
  CacheConfig: z.strictObject({ Enabled: z.boolean(), ExpireAfter: z.string().optional() }).optional(),
});

const DefinitionSchema = z.looseObject({
  Version: z.literal('2020-12-01'),
  Parameters: z.array(ParameterSchema).default([]),
  Steps: z.array(StepSchema).min(1, 'there must be at least one step'),
});

export type PipelineParameter = z.infer<typeof ParameterSchema>;
export type StepType = (typeof STEP_TYPES)[number];

/** A step as it is run: its branches are taken apart, its dependencies known. */
export interface Step extends Omit<z.infer<typeof StepSchema>, 'Type'> {
  readonly Type: StepType;
  /** Names of the steps that must have succeeded before. */
  readonly needs: readonly string[];
  /** Of a step in a branch: the condition and the outcome under which it runs. */
  readonly branch?: { readonly condition: string; readonly outcome: boolean };
}

export interface ReadDefinition {
  readonly parameters: readonly PipelineParameter[];
  /** By name; branches of conditions are among them. */
  readonly steps: ReadonlyMap<string, Step>;
}

const refuse = (what: string) => validation(`Unable to parse pipeline definition. ${what}`);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refuse(`It is no JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

/** Names of the steps that `Get` functions somewhere in `value` refer to. */
export function referredSteps(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(referredSteps);
  return Object.entries(value).flatMap(([key, inner]) => {
    const name = key === 'Get' && typeof inner === 'string' ? /^Steps\.([^.[]+)/.exec(inner)?.[1] : undefined;
    return name === undefined ? referredSteps(inner) : [name];
  });
}

function stepType(step: z.infer<typeof StepSchema>): StepType {
  const type = STEP_TYPES.find((known) => known === step.Type);
  if (type) return type;
  throw refuse(
    `Step ${step.Name}: type ${step.Type} is not supported in this sandbox; known are ${STEP_TYPES.join(', ')}.`,
  );
}

function branchSteps(step: z.infer<typeof StepSchema>, which: 'IfSteps' | 'ElseSteps'): z.infer<typeof StepSchema>[] {
  const read = z.array(StepSchema).safeParse(step.Arguments[which] ?? []);
  if (read.success) return read.data;
  throw refuse(`Step ${step.Name}, ${which}: ${read.error.issues[0]?.message ?? 'not readable'}.`);
}

function flatten(given: readonly z.infer<typeof StepSchema>[], branch?: Step['branch']): Step[] {
  return given.flatMap((step) => {
    const Type = stepType(step);
    const isCondition = Type === 'Condition';
    const { IfSteps: _if, ElseSteps: _else, ...plain } = step.Arguments;
    const own = isCondition ? plain : step.Arguments;
    const needs = [
      ...new Set([...(step.DependsOn ?? []), ...referredSteps(own), ...(branch ? [branch.condition] : [])]),
    ];
    const inner = isCondition
      ? [
          ...flatten(branchSteps(step, 'IfSteps'), { condition: step.Name, outcome: true }),
          ...flatten(branchSteps(step, 'ElseSteps'), { condition: step.Name, outcome: false }),
        ]
      : [];
    return [{ ...step, Type, Arguments: own, needs, ...(branch ? { branch } : {}) }, ...inner];
  });
}

function checkGraph(steps: ReadonlyMap<string, Step>): void {
  const done = new Set<string>();
  const visit = (name: string, path: readonly string[]): void => {
    if (path.includes(name)) throw refuse(`Steps depend on one another in a circle: ${[...path, name].join(' -> ')}.`);
    if (done.has(name)) return;
    const step = steps.get(name);
    if (!step) throw refuse(`Step ${path.at(-1)} refers to the step ${name}, which does not exist.`);
    for (const need of step.needs) visit(need, [...path, name]);
    done.add(name);
  };
  for (const name of steps.keys()) visit(name, []);
}

/** Reads and checks a pipeline definition; throws ValidationException in one sentence. */
export function readDefinition(text: string): ReadDefinition {
  const read = DefinitionSchema.safeParse(parsed(text));
  if (!read.success) {
    const [issue] = read.error.issues;
    throw refuse(`${issue?.path.join('.') || 'Its root'}: ${issue?.message ?? 'not readable'}.`);
  }
  const all = flatten(read.data.Steps);
  const steps = new Map(all.map((step) => [step.Name, step]));
  const twice = all.find(({ Name }, i) => all.findIndex((step) => step.Name === Name) !== i);
  if (twice) throw refuse(`Two steps are named ${twice.Name}.`);
  checkGraph(steps);
  return { parameters: read.data.Parameters, steps };
}
