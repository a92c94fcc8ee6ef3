import { unreachable } from '@cairn/kernel';
import { splitCall } from '../cloud/cloud.ts';
import { getService } from '../cloud/services.ts';
import { STREAMED } from '../cloud/streamed.ts';
import type { AdvanceCall, ApiCall, LabCall, RepeatCall, WaitCall } from '../lab/calls-schema.ts';
import { durationMilliseconds, durationWords } from '../value/duration.ts';
import { parseExpression } from '../value/expression.ts';
import { listsRows, membersOf } from '../value/rows.ts';
import { parseTemplate } from '../value/template.ts';
import { fileHint } from './files.ts';
import { JAVASCRIPT_FUNCTIONS, javascriptText, quoted, recordDoc } from './javascript-value.ts';
import { layOut } from './layout.ts';
import { findPlain, isCondition, type Plain } from './query.ts';
import { builtInsUsed, Script, type ScriptOptions } from './script.ts';

const STEP = 2;

export function renderJavascript(calls: readonly LabCall[], options: ScriptOptions): string {
  const script = new Script(options);
  const known = Object.entries(options.known ?? {});
  const declared = new Set(known.map(([name]) => name));
  for (const [name, value] of known) script.line(`let ${name} = ${JSON.stringify(value)};`);
  const writer = { script, declared, savedOnce: savedOnce(calls) };
  for (const call of calls) writeCall(writer, call);
  return [...head(script, builtInsUsed(calls)), '', ...script.lines, ''].join('\n').replace(/\n{3,}/g, '\n\n');
}

/** `declared`: variables that the script has; the next save of such a one is an assignment. */
type Writer = {
  readonly script: Script;
  readonly declared: Set<string>;
  /** Variables that get a value in one place only. */
  readonly savedOnce: ReadonlySet<string>;
};

function savedOnce(calls: readonly LabCall[]): ReadonlySet<string> {
  const names = calls.flatMap((call) => ('save' in call ? Object.keys(call.save ?? {}) : []));
  return new Set(names.filter((name, index) => names.indexOf(name) === index && names.lastIndexOf(name) === index));
}

function head({ needs }: Script, builtIns: ReadonlySet<string>): string[] {
  if (builtIns.has('account')) needs.add('command sts GetCallerIdentity').add('client sts');
  if (needs.has('as')) needs.add('command sts AssumeRole').add('client sts');
  const clients = [...needs]
    .filter((need) => need.startsWith('client '))
    .map((need) => need.slice(7))
    .sort();
  return [
    ...(needs.has('execSync') ? ["import { execSync } from 'node:child_process';"] : []),
    ...(needs.has('readFile') ? ["import { readFile } from 'node:fs/promises';"] : []),
    ...(needs.has('sleep') ? ["import { setTimeout as sleep } from 'node:timers/promises';"] : []),
    ...servicesIn(needs).map((service) => importLine(service, needs)),
    ...(needs.has('search') ? ["import { search } from '@jmespath-community/jmespath';"] : []),
    '',
    ...clients.map((service) => `const ${clientVariable(service)} = new ${getService(service).sdk}Client();`),
    ...Object.entries({ as: CREDENTIALS_OF, ...JAVASCRIPT_FUNCTIONS }).flatMap(([name, lines]) =>
      needs.has(name) ? ['', ...lines] : [],
    ),
    '',
    ...(builtIns.has('account')
      ? ['const { Account: account } = await sts.send(new GetCallerIdentityCommand());']
      : []),
    ...(builtIns.has('region') ? ['const region = process.env.AWS_REGION;'] : []),
    ...(builtIns.has('endpoint') ? ['const endpoint = process.env.AWS_ENDPOINT_URL;'] : []),
  ];
}

const CREDENTIALS_OF = [
  'const credentialsOf = async (RoleArn) => {',
  "  const { Credentials } = await sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'lab' }));",
  '  const { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey, SessionToken: sessionToken } = Credentials;',
  '  return { accessKeyId, secretAccessKey, sessionToken };',
  '};',
];

function servicesIn(needs: ReadonlySet<string>): string[] {
  return [
    ...new Set([...needs].filter((need) => need.startsWith('command ')).map((need) => need.split(' ')[1] ?? '')),
  ].sort();
}

function importLine(service: string, needs: ReadonlySet<string>): string {
  const commands = [...needs]
    .filter((need) => need.startsWith(`command ${service} `))
    .map((need) => `${need.split(' ')[2]}Command`);
  const names = [...commands, `${getService(service).sdk}Client`].sort();
  const line = `import { ${names.join(', ')} } from '@aws-sdk/client-${service}';`;
  return line.length <= 100
    ? line
    : `import {\n${names.map((name) => `  ${name},\n`).join('')}} from '@aws-sdk/client-${service}';`;
}

function clientVariable(service: string): string {
  return service.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function writeCall(writer: Writer, call: LabCall): void {
  if ('call' in call) writeApiCall(writer, call);
  else if ('wait' in call) writeWait(writer, call);
  else if ('repeat' in call) writeRepeat(writer, call);
  else if ('advance' in call) writeAdvance(writer, call);
  else writer.script.line(`console.log(${javascriptText(parseTemplate(call.log))});`);
}

/** `await s3.send(new CreateBucketCommand({…}))`, for a line that already holds `used` characters. */
function invocation(script: Script, { call, input, as }: Pick<ApiCall, 'call' | 'input' | 'as'>, used: number): string {
  const { service, operation } = splitCall(call);
  script.needs.add(`command ${service} ${operation}`);
  let client = clientVariable(service);
  if (as === undefined) script.needs.add(`client ${service}`);
  else {
    script.needs.add('as');
    client = `new ${getService(service).sdk}Client({ credentials: await credentialsOf(${javascriptText(parseTemplate(as))}) })`;
  }
  const open = `await ${client}.send(new ${operation}Command(`;
  const doc = recordDoc(membersOf(parseExpression(input)), { script, hint: fileHint(input, operation) });
  const inner = layOut(doc, { indent: script.indent, used: script.indent + used + open.length + 3, step: STEP });
  return `${open}${inner}))`;
}

function writeApiCall(writer: Writer, call: ApiCall): void {
  const { script } = writer;
  script.comment('//', call.note);
  if (call.expectError === undefined) writeAnswered(writer, call);
  else writeRefused(script, call, call.expectError);
}

function writeAnswered(writer: Writer, call: ApiCall): void {
  const { script } = writer;
  const saves = Object.entries(call.save ?? {});
  if (saves.length === 0) {
    script.line(`${invocation(script, call, 0)};`);
    return;
  }
  const word = declare(writer, 'response');
  script.line(`${word}response = ${invocation(script, call, word.length + 11)};`);
  writeSaves(writer, call.call, saves);
}

function declare({ declared, script, savedOnce: once }: Writer, name: string): string {
  if (declared.has(name)) return '';
  if (script.indent === 0) declared.add(name); // what a block declares ends with it
  return once.has(name) ? 'const ' : 'let ';
}

function writeSaves(writer: Writer, call: string, saves: readonly (readonly [string, string])[]): void {
  for (const [name, path] of saves) {
    const value = queryOf(writer.script, path);
    const isBody = STREAMED[call] === path;
    writer.script.line(`${declare(writer, name)}${name} = ${isBody ? `await ${value}.transformToString()` : value};`);
  }
}

function writeRefused(script: Script, call: ApiCall, code: string): void {
  script.line('try {');
  script.block(STEP, () => {
    script.line(`${invocation(script, call, 0)};`);
    script.line(`throw new Error('This call should have been refused with ${code}.');`);
  });
  script.line('} catch (error) {');
  script.block(STEP, () => {
    script.line(`if (error.name.replace(/Exception$/, '') !== ${quoted(code.replace(/Exception$/, ''))}) throw error;`);
    script.line("console.log('Refused, as it should be:', error.message);");
  });
  script.line('}');
}

const POLL_SECONDS = 5;

function writeWait(writer: Writer, wait: WaitCall): void {
  const { script } = writer;
  script.needs.add('sleep');
  script.comment('//', wait.note);
  const word = declare(writer, 'response');
  if (word !== '') script.line('let response;');
  script.line(`for (let attempt = 0; ; attempt += 1) {`);
  script.block(STEP, () => {
    script.line(`response = ${invocation(script, { call: wait.wait, input: wait.input }, 11)};`);
    script.line(`if (${queryOf(script, wait.until, true)}) break;`);
    if (wait.failIf !== undefined) {
      script.line(
        `if (${queryOf(script, wait.failIf, true)}) throw new Error(\`It failed: \${JSON.stringify(response)}\`);`,
      );
    }
    const most = Math.ceil(wait.timeoutSeconds / POLL_SECONDS);
    script.line(`if (attempt >= ${most}) throw new Error('It took longer than ${wait.timeoutSeconds} seconds.');`);
    script.line(`await sleep(${POLL_SECONDS}_000);`);
  });
  script.line('}');
  writeSaves(writer, wait.wait, Object.entries(wait.save ?? {}));
}

function writeAdvance({ script }: Writer, { advance, why }: AdvanceCall): void {
  script.comment('//', `${why} Let ${durationWords(advance)} pass.`);
  if (!script.advanceCommand) return;
  script.needs.add('execSync');
  script.line(`execSync(${quoted(script.advanceCommand(durationMilliseconds(advance)))});`);
}

function writeRepeat(writer: Writer, { repeat: { over, calls }, note }: RepeatCall): void {
  const { script } = writer;
  script.comment('//', note);
  if ('range' in over) script.line(`for (let index = ${over.range[0]}; index <= ${over.range[1]}; index += 1) {`);
  else {
    script.needs.add('readFile');
    const file = script.files.rows(over.dataset, over.part, over.limit);
    const word = declare(writer, 'lines');
    script.line(`${word}lines = (await readFile('${file}', 'utf8')).trim().split('\\n');`);
    writeBatchHead(script, over.batch, listsRows(calls));
  }
  script.block(STEP, () => {
    for (const call of calls) writeCall(writer, call);
  });
  script.line('}');
}

function writeBatchHead(script: Script, size: number, isListed: boolean): void {
  if (size === 1) script.line('for (const [index, line] of lines.entries()) {');
  else script.line(`for (let index = 0; index * ${size} < lines.length; index += 1) {`);
  script.block(STEP, () => {
    if (size === 1) script.line('const row = JSON.parse(line);');
    else {
      script.line(`const batch = lines.slice(index * ${size}, (index + 1) * ${size}).map((line) => JSON.parse(line));`);
    }
    if (size === 1 && isListed) script.line('const batch = [row];');
  });
}

function queryOf(script: Script, expression: string, isSafe = false): string {
  const plain = findPlain(expression);
  if (plain && (isSafe ? isCondition(plain) : plain.kind === 'path')) return plainText(plain);
  script.needs.add('search');
  return `search(response, ${quoted(expression)})`;
}

const OPERATORS: Readonly<Record<string, string>> = { '==': '===', '!=': '!==' };

function plainText(plain: Plain): string {
  switch (plain.kind) {
    case 'path':
      return plain.steps.reduce<string>(
        (text, step, index) => `${text}${stepText(step, index === 0 ? '.' : '?.')}`,
        'response',
      );
    case 'constant':
      return typeof plain.value === 'string' ? quoted(plain.value) : String(plain.value);
    case 'compare':
      return `${plainText(plain.left)} ${OPERATORS[plain.operator] ?? plain.operator} ${plainText(plain.right)}`;
    case 'both':
      return `${plainText(plain.left)} && ${plainText(plain.right)}`;
    case 'either':
      return `(${plainText(plain.left)} || ${plainText(plain.right)})`;
    case 'not':
      return `!(${plainText(plain.inner)})`;
    default:
      return unreachable(plain);
  }
}

function stepText(step: string | number, dot: '.' | '?.'): string {
  if (typeof step === 'number') return dot === '?.' ? `?.at(${step})` : `.at(${step})`;
  if (/^[A-Za-z_]\w*$/.test(step)) return `${dot}${step}`;
  return `${dot === '?.' ? '?.' : ''}[${quoted(step)}]`;
}
