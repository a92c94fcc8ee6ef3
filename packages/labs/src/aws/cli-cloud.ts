import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Cloud, CloudError, type CloudInput, type CloudOutput } from '../cloud/cloud.ts';
import { getService } from '../cloud/services.ts';
import { commandName, optionName } from '../cloud/spelling.ts';
import { STREAMED } from '../cloud/streamed.ts';
import { findText } from '../value/base64.ts';
import { isolatedHome, type ToolHome, type ToolOptions } from './environment.ts';
import { answeredError } from './errors.ts';
import { run } from './spawn.ts';

/** An account over the `aws` program, version 1 or 2: slow, but written by nobody here. */
export function cliCloud(options: ToolOptions): Cloud & { readonly close: () => void } {
  const home = isolatedHome(options);
  const { region, endpoint, program = 'aws' } = options;
  let count = 0;
  const send: Cloud['send'] = async (service, operation, input, as) => {
    count += 1;
    const name = `${service}.${operation}`;
    const env = as === undefined ? home.environment : { ...home.environment, ...(await assumed(send, as)) };
    const body = STREAMED[name];
    const outfile = join(home.folder, `body-${count}`);
    const argv = [...argumentsOf(name, input, home, count), '--endpoint-url', endpoint, ...(body ? [outfile] : [])];
    const { code, stdout, stderr } = await run(program, argv, { cwd: home.folder, env });
    if (code !== 0) throw errorIn(stderr);
    const output = (stdout.trim() === '' ? {} : JSON.parse(stdout)) as CloudOutput; // the CLI prints an object
    return body ? { ...output, [body]: readBody(outfile) } : output;
  };
  return { region, endpoint, send, close: home.remove };
}

function readBody(file: string): string | Uint8Array {
  if (!existsSync(file)) return '';
  const bytes = readFileSync(file);
  rmSync(file);
  return findText(bytes) ?? Uint8Array.from(bytes);
}

/** Bytes at the top go by file, those that spell a text go as that text; the rest is the input as it is. */
function argumentsOf(name: string, input: CloudInput, home: ToolHome, count: number): string[] {
  const [service = '', operation = ''] = name.split('.');
  const files: string[] = [];
  const byFile = (option: string, bytes: Uint8Array | string, scheme: string) => {
    const file = join(home.folder, `input-${count}-${files.length}`);
    writeFileSync(file, bytes);
    files.push(option, `${scheme}${file}`);
  };
  const rest: Record<string, unknown> = {};
  for (const [member, value] of Object.entries(input)) {
    const isBody = name === 's3.PutObject' && member === 'Body';
    if (isBody && (typeof value === 'string' || value instanceof Uint8Array)) byFile('--body', value, '');
    else if (value instanceof Uint8Array) byFile(optionName(member), value, 'fileb://');
    else rest[member] = withoutZip(member, value, (bytes) => byFile('--zip-file', bytes, 'fileb://'));
  }
  const given = name in STREAMED ? optionsOf(rest, name) : ['--cli-input-json', jsonOf(rest, name)];
  return [getService(service).cli, commandName(operation), '--output', 'json', '--no-paginate', ...given, ...files];
}

/** With a file for the answer's body the CLI insists on options. */
function optionsOf(input: CloudInput, name: string): string[] {
  return Object.entries(input).flatMap(([member, value]) => [
    optionName(member),
    typeof value === 'string' ? value : jsonOf(value, name),
  ]);
}

function jsonOf(input: unknown, name: string): string {
  return JSON.stringify(input, (_, value: unknown) => (value instanceof Uint8Array ? textOf(value, name) : value));
}

/** Lambda's code is nested, but the CLI takes it as --zip-file and refuses it within --code. */
function withoutZip(member: string, value: unknown, found: (bytes: Uint8Array) => void): unknown {
  if (member !== 'Code' || typeof value !== 'object' || value === null || !('ZipFile' in value)) return value;
  const { ZipFile, ...rest } = value;
  if (!(ZipFile instanceof Uint8Array)) return value;
  found(ZipFile);
  return rest;
}

function textOf(bytes: Uint8Array, name: string): string {
  const text = findText(bytes);
  if (text === undefined) throw new RangeError(`${name}: the aws program takes no nested bytes that are not a text`);
  return text;
}

const REFUSAL = /An error occurred \(([^)]+)\) when calling the \w+ operation[^:]*:\s*([\s\S]*)/;

function errorIn(stderr: string): CloudError {
  const [, code, message = ''] = REFUSAL.exec(stderr) ?? [];
  if (code === undefined) return new CloudError({ kind: 'unreachable', code: 'aws', message: stderr.trim() });
  const status = /^\d{3}$/.test(code)
    ? Number(code)
    : /^(Internal(Failure|Error)|ServiceUnavailable)/.test(code)
      ? 500
      : 400;
  return answeredError(code, message.trim(), status);
}

async function assumed(send: Cloud['send'], role: string): Promise<Readonly<Record<string, string>>> {
  const { Credentials } = await send('sts', 'AssumeRole', { RoleArn: role, RoleSessionName: 'cairn-lab' });
  const {
    AccessKeyId = '',
    SecretAccessKey = '',
    SessionToken = '',
  } = (Credentials ?? {}) as Readonly<Record<string, string>>; // as STS documents
  return { AWS_ACCESS_KEY_ID: AccessKeyId, AWS_SECRET_ACCESS_KEY: SecretAccessKey, AWS_SESSION_TOKEN: SessionToken };
}
