import type { OperationModel, ServiceModel, Shape } from '@cairn/emulator-kit/schema';
import type { Argument } from '../command/argument.ts';
import { argumentsOf, isEventStream } from '../command/arguments.ts';
import { GLOBAL_OPTIONS } from '../command/globals.ts';
import { SERVICE_COMMANDS } from '../command/services.ts';
import { dashed } from '../command/spelling.ts';
import { waitersOf } from '../data/describe.ts';
import { FILE_COMMANDS, SYNTAX } from '../s3/options.ts';

const COLUMN = 40;

/**
 * A short help text out of the model: `aws help`, `aws kinesis help`, `aws kinesis put-record help`.
 *
 * @param words after `aws`, without `help`
 * @param model of the service that they name
 */
export function helpFor(words: readonly string[], model: ServiceModel | undefined): string {
  const [service, command] = words;
  if (service === undefined) return topHelp();
  if (service === 's3') return fileHelp();
  if (model === undefined) return `There is no help for ${service}. aws help lists the services.\n`;
  if (command === undefined) return serviceHelp(service, model);
  if (command === 'wait') return waitHelp(service, model);
  const operation = [...model.operations.values()].find((one) => dashed(one.name) === command);
  if (operation && !isEventStream(operation)) return operationHelp(service, operation);
  return `aws ${service} has no command ${command}. aws ${service} help lists them.\n`;
}

function topHelp(): string {
  return [
    'aws [options] <command> <subcommand> [parameters]',
    '',
    'Services:',
    ...columns(SERVICE_COMMANDS),
    '',
    'Options of every command:',
    ...columns(GLOBAL_OPTIONS),
    '',
    'aws <service> help, aws <service> <command> help',
    '',
  ].join('\n');
}

function columns(names: readonly string[]): string[] {
  const lines: string[] = [];
  for (let at = 0; at < names.length; at += 2) {
    lines.push(`  ${(names[at] ?? '').padEnd(COLUMN)}${names[at + 1] ?? ''}`.trimEnd());
  }
  return lines;
}

function fileHelp(): string {
  const lines = FILE_COMMANDS.map((name) => {
    const { usage, flags, values } = SYNTAX[name];
    const options = [...flags, ...values.map((value) => `${value} <value>`)].map((option) => `[${option}]`);
    return [`  aws s3 ${name} ${usage}`, ...(options.length > 0 ? wrapped(options, 6) : [])].join('\n');
  });
  return ['Files and folders in S3. An S3Uri is s3://bucket/key.', '', ...lines, ''].join('\n');
}

const WIDTH = 78;

function wrapped(parts: readonly string[], indent: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of parts) {
    if (line !== '' && line.length + part.length + 1 > WIDTH - indent) {
      lines.push(' '.repeat(indent) + line);
      line = '';
    }
    line += (line === '' ? '' : ' ') + part;
  }
  return [...lines, ' '.repeat(indent) + line];
}

function serviceHelp(service: string, model: ServiceModel): string {
  const operations = [...model.operations.values()].filter((one) => !isEventStream(one));
  const names = operations.map(({ name }) => dashed(name)).sort();
  const wait = waitersOf(model).length > 0 ? ['', `aws ${service} wait help lists states to wait for.`] : [];
  return [`Commands of ${service} (${model.id}):`, ...columns(names), ...wait, ''].join('\n');
}

function waitHelp(service: string, model: ServiceModel): string {
  const lines = waitersOf(model).map(
    ({ name, operation, delaySeconds, mostAttempts }) =>
      `  aws ${service} wait ${dashed(name)}\n      asks ${dashed(operation)} every ${delaySeconds} seconds, ${mostAttempts} times at most`,
  );
  return lines.length === 0 ? `${service} has no states to wait for.\n` : `${lines.join('\n')}\n`;
}

function operationHelp(service: string, operation: OperationModel): string {
  const all = [...argumentsOf(operation).values()];
  const synopsis = all.filter(({ option }) => !option.startsWith('--no-')).map(synopsisOf);
  const known = all.flatMap((argument) => describe(argument));
  return [
    `  aws ${service} ${dashed(operation.name)}`,
    ...wrapped(synopsis, 6),
    '',
    ...(known.length > 0 ? ['Parameters:', ...known, ''] : []),
  ].join('\n');
}

function synopsisOf({ option, takes, isRequired, meaning }: Argument): string {
  const flag = meaning.kind === 'flag' ? `${option} | ${option.replace('--', '--no-')}` : option;
  const text = takes === 'nothing' ? flag : takes === 'position' ? `<${option}>` : `${option} <value>`;
  return isRequired ? text : `[${text}]`;
}

function describe({ option, meaning }: Argument): string[] {
  if (meaning.kind !== 'member') return [];
  return [`  ${option} (${kindOf(meaning.shape)})`, ...detail(meaning.shape)];
}

function kindOf(shape: Shape): string {
  if (shape.kind === 'list') return `list of ${kindOf(shape.member)}`;
  if (shape.kind === 'number') return shape.integer === true ? 'integer' : 'number';
  return shape.kind === 'blob' && shape.streaming ? 'path of a file' : shape.kind;
}

/** Allowed values, or how the structure is written. */
function detail(shape: Shape): string[] {
  if (shape.kind === 'string' && shape.constraint?.values) return wrapped(shape.constraint.values, 6);
  const holder = shape.kind === 'list' ? shape.member : shape;
  if (holder.kind === 'map') return ['      Key=value,Other=value'];
  if (holder.kind !== 'structure') return [];
  const example = holder.members.map(({ name, shape: of }) => `${name}=${exampleOf(of)}`).join(',');
  return wrapped([shape.kind === 'list' ? `${example} …` : example], 6);
}

function exampleOf(shape: Shape): string {
  if (shape.kind === 'list') return `[${exampleOf(shape.member)},…]`;
  return shape.kind === 'structure' || shape.kind === 'map' ? '{…}' : kindOf(shape);
}
