import type { Parameter } from '@aws-sdk/client-sagemaker';
import { validation } from '../errors.ts';
import type { PipelineParameter } from './definition.ts';

export type ParameterValue = string | number | boolean;

function typed({ Name, Type }: PipelineParameter, text: string): ParameterValue {
  const refuse = () => validation(`Pipeline parameter ${Name} is of type ${Type}, but its value is "${text}".`);
  if (Type === 'String') return text;
  if (Type === 'Boolean') {
    if (!['true', 'false'].includes(text.toLowerCase())) throw refuse();
    return text.toLowerCase() === 'true';
  }
  const number = text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(number) || (Type === 'Integer' && !Number.isInteger(number))) throw refuse();
  return number;
}

/** Values of an execution: those given over the defaults, each of its type. */
export function parameterValues(
  declared: readonly PipelineParameter[],
  given: readonly Parameter[],
): Map<string, ParameterValue> {
  const unknown = given.find(({ Name }) => !declared.some((parameter) => parameter.Name === Name));
  if (unknown) throw validation(`Pipeline parameter ${unknown.Name} is not in the definition of the pipeline.`);
  return new Map(
    declared.map((parameter) => {
      const own = given.find(({ Name }) => Name === parameter.Name)?.Value ?? parameter.DefaultValue;
      if (own === undefined) throw validation(`Pipeline parameter ${parameter.Name} has no default value: give one.`);
      const value = typed(parameter, String(own));
      if (parameter.EnumValues && !parameter.EnumValues.includes(value)) {
        throw validation(`Pipeline parameter ${parameter.Name} must be one of ${parameter.EnumValues.join(', ')}.`);
      }
      return [parameter.Name, value] as const;
    }),
  );
}
