import { splitCall } from '../cloud/cloud.ts';
import { getService } from '../cloud/services.ts';
import { commandName, optionName } from '../cloud/spelling.ts';
import type { ApiCall } from '../lab/calls-schema.ts';
import { type Expression, parseExpression } from '../value/expression.ts';
import { membersOf } from '../value/rows.ts';
import type { TextPart } from '../value/template.ts';
import { fileHint } from './files.ts';
import type { Script } from './script.ts';
import { findShorthand, quotedJson, shellText } from './shell-value.ts';

type Member = readonly [string, Expression];
export type Command = { readonly program: string; readonly options: readonly string[] };

/** `aws kinesis create-stream` and its options. `skip`: members that come from elsewhere. */
export function commandOf(
  script: Script,
  { call, input }: Pick<ApiCall, 'call' | 'input'>,
  skip: ReadonlySet<string>,
): Command {
  const { service, operation } = splitCall(call);
  const place = { script, hint: fileHint(input, operation) };
  const members = membersOf(parseExpression(input)).filter(([name]) => !skip.has(name));
  const short = skip.size === 0 ? highLevel(call, members, place) : undefined;
  if (short) return short;
  const options = members.flatMap(([name, value]) => optionsOf(call, [name, value], place));
  return { program: `aws ${getService(service).cli} ${commandName(operation)}`, options };
}

type Place = { readonly script: Script; readonly hint: string };

/** Members whose option the AWS CLI calls otherwise, because its own options have their name. */
const RENAMED: Readonly<Record<string, string>> = {
  'sns.Subscribe.Endpoint': '--notification-endpoint',
  'sfn.SendTaskSuccess.output': '--task-output',
};

function optionsOf(call: string, [name, value]: Member, place: Place): string[] {
  const option = RENAMED[`${call}.${name}`] ?? optionName(name);
  if (call === 's3.PutObject' && name === 'Body') return [`${option} ${bodyFile(value, place)}`];
  if (value.kind === 'literal') return literalOption(option, value.value);
  if (value.kind === 'text') return [`${option} ${shellText(value.parts)}`];
  if (value.kind === 'json') return [`${option} ${quotedJson(value.value, place)}`];
  if (value.kind === 'bytes') return [bytesOption(option, value, place)];
  if (call === 'lambda.CreateFunction' && name === 'Code') return codeOptions(value, place);
  return [`${option} ${structured(value, place)}`];
}

function literalOption(option: string, value: number | boolean | null): string[] {
  if (value === null) return [];
  if (value === true) return [option];
  return value === false ? [option.replace('--', '--no-')] : [`${option} ${value}`];
}

/** PutObject wants the path of a plain file, not of a pipe: what has no file yet is written into one before the call. */
function bodyFile(body: Expression, { script, hint }: Place): string {
  const file = body.kind === 'bytes' ? script.files.find(body.body, hint) : undefined;
  if (file !== undefined) return file;
  script.line(`printf %s ${bodyWord(body, { script, hint })} > ${BODY_FILE}`);
  return BODY_FILE;
}

/** No name that files of a script have. */
const BODY_FILE = 'body.tmp';

/** A body as one word of the shell. */
function bodyWord(body: Expression, place: Place): string {
  if (body.kind === 'json') return quotedJson(body.value, place);
  return shellText(body.kind === 'bytes' && body.body.kind === 'text' ? body.body.parts : textParts(body));
}

/** All calls but PutObject say that they want the bytes of a file. */
function bytesOption(
  option: string,
  { body }: Extract<Expression, { kind: 'bytes' }>,
  { script, hint }: Place,
): string {
  const file = script.files.find(body, hint);
  if (file !== undefined) return `${option} fileb://${file}`;
  return `${option} ${shellText(body.kind === 'text' ? body.parts : [''])}`;
}

/** The CLI takes Lambda's archive beside --code, not in it. */
function codeOptions(value: Expression, place: Place): string[] {
  return membersOf(value).flatMap(([name, part]) => {
    if (name !== 'ZipFile' || part.kind !== 'bytes')
      return [`--code ${structured({ kind: 'record', entries: [[name, part]] }, place)}`];
    return [`--zip-file fileb://${place.script.files.find(part.body, place.hint) ?? ''}`];
  });
}

function structured(value: Expression, place: Place): string {
  const short = findShorthand(value);
  if (short !== undefined) return short;
  if (value.kind === 'list' && value.items.length > 0) {
    const words = value.items.map((one) => (one.kind === 'text' ? shellText(one.parts) : findShorthand(one)));
    if (words.every((word) => word !== undefined && !word.startsWith('-'))) return words.join(' ');
  }
  return quotedJson(value, place);
}

/** What people type for S3 objects, where it does the same. */
function highLevel(call: string, members: readonly Member[], place: Place): Command | undefined {
  const names = members
    .map(([name]) => name)
    .sort()
    .join();
  const value = (name: string): Expression | undefined => members.find(([one]) => one === name)?.[1];
  const address = () => shellText(['s3://', ...textParts(value('Bucket')), ...withSlash(value('Key'))]);
  if (call === 's3.CreateBucket' && names === 'Bucket') return { program: `aws s3 mb ${address()}`, options: [] };
  if (call === 's3.DeleteBucket' && names === 'Bucket') return { program: `aws s3 rb ${address()}`, options: [] };
  if (call === 's3.DeleteObject' && names === 'Bucket,Key') return { program: `aws s3 rm ${address()}`, options: [] };
  const body = value('Body');
  if (call !== 's3.PutObject' || names !== 'Body,Bucket,Key' || !body) return undefined;
  return { program: `${copySource(body, place)} ${address()}`, options: [] };
}

function copySource(body: Expression, place: Place): string {
  const file = body.kind === 'bytes' ? place.script.files.find(body.body, place.hint) : undefined;
  if (file !== undefined) return `aws s3 cp ${file}`;
  return `printf %s ${bodyWord(body, place)} | aws s3 cp -`;
}

function withSlash(key: Expression | undefined): readonly TextPart[] {
  return key ? ['/', ...textParts(key)] : [];
}

function textParts(expression: Expression | undefined): readonly TextPart[] {
  return expression?.kind === 'text' ? expression.parts : [];
}
