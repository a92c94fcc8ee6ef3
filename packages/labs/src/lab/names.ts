import { z } from 'zod';

/** Ids of labs, steps, checks: permanent, part of records and addresses. */
export const Slug = z
  .string()
  .max(80)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens, such as create-stream');

/** Set by labs themselves, by loops and by messages. */
const RESERVED = ['account', 'region', 'endpoint', 'index', 'row', 'observed'];

export const VariableName = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/, 'a variable is one word in camelCase, such as roleArn')
  .refine((name) => !RESERVED.includes(name), `these names have a meaning already: ${RESERVED.join(', ')}`);

export const JmesPath = z.string().min(1).max(500).describe('A JMESPath expression, as in `aws --query`.');

export const Save = z
  .record(VariableName, JmesPath)
  .describe(
    'Values of the answer to keep: { roleArn: Role.Arn }. Used later as a variable in braces after a dollar sign.',
  );

export const CallName = z
  .string()
  .regex(/^[a-z0-9-]+\.[A-Z][A-Za-z0-9]*$/, 'a call is service.Operation, such as kinesis.CreateStream')
  .describe('Service and official operation name, such as kinesis.CreateStream.');

export const CallInput = z
  .record(z.string(), z.json())
  .describe('The official input. Variables are filled in; { $json: … }, { $dataset: … } and other $bodies are made.');

/** ISO 8601 durations of whole days, hours, minutes and seconds. */
export const Duration = z
  .string()
  .regex(/^P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?$/, 'a duration is written like PT24H, PT30M or P7D');

export const Markdown = z.string().min(1).max(20_000);
