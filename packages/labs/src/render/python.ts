import { unreachable } from '@cairn/kernel';
import { splitCall } from '../cloud/cloud.ts';
import { getService } from '../cloud/services.ts';
import { methodName, pythonVariable } from '../cloud/spelling.ts';
import { STREAMED } from '../cloud/streamed.ts';
import type { AdvanceCall, ApiCall, LabCall, RepeatCall, WaitCall } from '../lab/calls-schema.ts';
import { durationMilliseconds, durationWords } from '../value/duration.ts';
import { parseExpression } from '../value/expression.ts';
import { listsRows, membersOf } from '../value/rows.ts';
import { parseTemplate } from '../value/template.ts';
import { fileHint } from './files.ts';
import { group, item, layOut } from './layout.ts';
import { PYTHON_FUNCTIONS, pythonConstant, pythonDoc, pythonText } from './python-value.ts';
import { findPlain, isCondition, type Plain } from './query.ts';
import { builtInsUsed, Script, type ScriptOptions } from './script.ts';

const STEP = 4;

export function renderPython(calls: readonly LabCall[], options: ScriptOptions): string {
  const script = new Script(options);
  for (const [name, value] of Object.entries(options.known ?? {}))
    script.line(`${pythonVariable(name)} = ${pythonConstant(value)}`);
  for (const call of calls) writeCall(script, call);
  return [...head(script, builtInsUsed(calls)), '', ...script.lines, ''].join('\n').replace(/\n{4,}/g, '\n\n\n');
}

function head({ needs }: Script, builtIns: ReadonlySet<string>): string[] {
  const standard = ['json', 'os', 'time'].filter((name) => needs.has(name)).map((name) => `import ${name}`);
  if (needs.has('jsonl') && !needs.has('json')) standard.unshift('import json');
  if (needs.has('Path')) standard.push('from pathlib import Path');
  if (builtIns.has('account')) needs.add('client sts');
  const clients = [...needs].filter((need) => need.startsWith('client ')).map((need) => need.slice(7));
  return [
    ...standard,
    ...(standard.length > 0 ? [''] : []),
    'import boto3',
    ...(needs.has('jmespath') ? ['import jmespath'] : []),
    ...(needs.has('ClientError') ? ['from botocore.exceptions import ClientError'] : []),
    ...functionsOf(needs),
    '',
    ...clients.sort().map((name) => `${clientVariable(name)} = boto3.client("${getService(name).boto3}")`),
    ...(builtIns.has('account') ? ['account = sts.get_caller_identity()["Account"]'] : []),
    ...(builtIns.has('region') ? ['region = boto3.session.Session().region_name'] : []),
    ...(builtIns.has('endpoint') ? ['import os', 'endpoint = os.environ["AWS_ENDPOINT_URL"]'] : []),
  ];
}

/** Each with two lines before and after it, as PEP 8 has it. */
function functionsOf(needs: ReadonlySet<string>): string[] {
  const functions = Object.entries({ as: CLIENT_AS, ...PYTHON_FUNCTIONS }).filter(([name]) => needs.has(name));
  return functions.length === 0 ? [] : [...functions.flatMap(([, lines]) => ['', '', ...lines]), ''];
}

const CLIENT_AS = [
  'def client_as(role_arn, service):',
  '    session = boto3.client("sts").assume_role(RoleArn=role_arn, RoleSessionName="lab")["Credentials"]',
  '    return boto3.client(',
  '        service,',
  '        aws_access_key_id=session["AccessKeyId"],',
  '        aws_secret_access_key=session["SecretAccessKey"],',
  '        aws_session_token=session["SessionToken"],',
  '    )',
];

function clientVariable(service: string): string {
  return service === 'lambda' ? 'lambda_client' : pythonVariable(service.replaceAll('-', '_'));
}

function writeCall(script: Script, call: LabCall): void {
  if ('call' in call) writeApiCall(script, call);
  else if ('wait' in call) writeWait(script, call);
  else if ('repeat' in call) writeRepeat(script, call);
  else if ('advance' in call) writeAdvance(script, call);
  else script.line(`print(${pythonText(parseTemplate(call.log))})`);
}

/** `s3.create_bucket(Bucket=…)`, laid out for a line that already holds `used` characters. */
function invocation(script: Script, { call, input, as }: Pick<ApiCall, 'call' | 'input' | 'as'>, used: number): string {
  const { service, operation } = splitCall(call);
  const hint = fileHint(input, operation);
  const members = membersOf(parseExpression(input));
  const words = members.map(([name, value]) => item(pythonDoc(value, { script, hint }), `${name}=`));
  let client = clientVariable(service);
  if (as === undefined) script.needs.add(`client ${service}`);
  else {
    script.needs.add('as');
    client = `client_as(${pythonText(parseTemplate(as))}, "${getService(service).boto3}")`;
  }
  const open = `${client}.${methodName(operation)}(`;
  return layOut(group(open, ')', words), { indent: script.indent, used: script.indent + used, step: STEP });
}

function writeApiCall(script: Script, call: ApiCall): void {
  script.comment('#', call.note);
  if (call.expectError === undefined) writeAnswered(script, call);
  else writeRefused(script, call, call.expectError);
}

function writeAnswered(script: Script, call: ApiCall): void {
  const saves = Object.entries(call.save ?? {});
  if (saves.length === 0) {
    script.line(invocation(script, call, 0));
    return;
  }
  script.line(`response = ${invocation(script, call, 11)}`);
  writeSaves(script, call.call, saves);
}

function writeSaves(script: Script, call: string, saves: readonly (readonly [string, string])[]): void {
  for (const [name, path] of saves) {
    const body = STREAMED[call] === path ? '.read().decode()' : '';
    script.line(`${pythonVariable(name)} = ${queryOf(script, path)}${body}`);
  }
}

function writeRefused(script: Script, call: ApiCall, code: string): void {
  script.needs.add('ClientError');
  script.line('try:');
  script.block(STEP, () => {
    script.line(invocation(script, call, 0));
    script.line(`raise SystemExit("This call should have been refused with ${code}.")`);
  });
  script.line('except ClientError as error:');
  script.block(STEP, () => {
    script.line(`if error.response["Error"]["Code"].removesuffix("Exception") != "${code.replace(/Exception$/, '')}":`);
    script.block(STEP, () => script.line('raise'));
    script.line('print("Refused, as it should be:", error)');
  });
}

const POLL_SECONDS = 5;

function writeWait(script: Script, wait: WaitCall): void {
  script.needs.add('time');
  script.comment('#', wait.note);
  script.line(`for attempt in range(${Math.ceil(wait.timeoutSeconds / POLL_SECONDS)}):`);
  script.block(STEP, () => {
    script.line(`response = ${invocation(script, { call: wait.wait, input: wait.input }, 11)}`);
    script.line(`if ${queryOf(script, wait.until, true)}:`);
    script.block(STEP, () => script.line('break'));
    if (wait.failIf !== undefined) {
      script.line(`if ${queryOf(script, wait.failIf, true)}:`);
      script.block(STEP, () => script.line('raise SystemExit(f"It failed: {response}")'));
    }
    script.line(`time.sleep(${POLL_SECONDS})`);
  });
  script.line('else:');
  script.block(STEP, () => script.line(`raise SystemExit("It took longer than ${wait.timeoutSeconds} seconds.")`));
  writeSaves(script, wait.wait, Object.entries(wait.save ?? {}));
}

function writeAdvance(script: Script, { advance, why }: AdvanceCall): void {
  script.comment('#', `${why} Let ${durationWords(advance)} pass.`);
  if (!script.advanceCommand) return;
  script.needs.add('os');
  script.line(`os.system(${JSON.stringify(script.advanceCommand(durationMilliseconds(advance)))})`);
}

function writeRepeat(script: Script, { repeat: { over, calls }, note }: RepeatCall): void {
  script.comment('#', note);
  if ('range' in over) script.line(`for index in range(${over.range[0]}, ${over.range[1] + 1}):`);
  else {
    script.needs.add('json');
    const file = script.files.rows(over.dataset, over.part, over.limit);
    script.line(`rows = [json.loads(line) for line in open("${file}", encoding="utf-8")]`);
    if (over.batch === 1) script.line('for index, row in enumerate(rows):');
    else {
      script.line(`for index, start in enumerate(range(0, len(rows), ${over.batch})):`);
      script.block(STEP, () => script.line(`batch = rows[start : start + ${over.batch}]`));
    }
    if (over.batch === 1 && listsRows(calls)) script.block(STEP, () => script.line('batch = [row]'));
  }
  script.block(STEP, () => {
    for (const call of calls) writeCall(script, call);
  });
}

/** A JMESPath over `response` in Python; `isSafe`: absent members are None. */
function queryOf(script: Script, expression: string, isSafe = false): string {
  const plain = findPlain(expression);
  const isPlain = plain !== undefined && !(isSafe && hasDeepPath(plain));
  if (isPlain && (isSafe ? isCondition(plain) : plain.kind === 'path')) return plainText(plain, isSafe);
  script.needs.add('jmespath');
  return `jmespath.search(${pythonText([expression])}, response)`;
}

function hasDeepPath(plain: Plain): boolean {
  if (plain.kind === 'path') return plain.steps.length > 1;
  if (plain.kind === 'constant') return false;
  return plain.kind === 'not' ? hasDeepPath(plain.inner) : hasDeepPath(plain.left) || hasDeepPath(plain.right);
}

function plainText(plain: Plain, isSafe: boolean): string {
  switch (plain.kind) {
    case 'path': {
      const [first] = plain.steps;
      if (isSafe) return `response.get(${JSON.stringify(first)})`;
      return `response${plain.steps.map((step) => `[${JSON.stringify(step)}]`).join('')}`;
    }
    case 'constant':
      return pythonConstant(plain.value);
    case 'compare':
      return `${plainText(plain.left, isSafe)} ${plain.operator} ${plainText(plain.right, isSafe)}`;
    case 'both':
      return `${plainText(plain.left, isSafe)} and ${plainText(plain.right, isSafe)}`;
    case 'either':
      return `(${plainText(plain.left, isSafe)} or ${plainText(plain.right, isSafe)})`;
    case 'not':
      return `not ${plainText(plain.inner, isSafe)}`;
    default:
      return unreachable(plain);
  }
}
