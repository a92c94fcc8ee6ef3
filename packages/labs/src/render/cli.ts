import { splitCall } from '../cloud/cloud.ts';
import { optionName, shellVariable } from '../cloud/spelling.ts';
import { STREAMED } from '../cloud/streamed.ts';
import type { AdvanceCall, ApiCall, LabCall, RepeatCall, WaitCall } from '../lab/calls-schema.ts';
import { batchesOf } from '../run/run-calls.ts';
import { durationMilliseconds, durationWords } from '../value/duration.ts';
import { evaluate, recordOf } from '../value/evaluate.ts';
import { type Expression, parseExpression, variablesOf } from '../value/expression.ts';
import { membersOf, usesRows } from '../value/rows.ts';
import { parseTemplate } from '../value/template.ts';
import { type Command, commandOf } from './cli-arguments.ts';
import { findPlain, isCondition } from './query.ts';
import { builtInsUsed, Script, type ScriptOptions } from './script.ts';
import { shellText, shellWord } from './shell-value.ts';

const STEP = 2;

export function renderCli(calls: readonly LabCall[], options: ScriptOptions): string {
  const script = new Script(options);
  for (const [name, value] of Object.entries(options.known ?? {}))
    script.line(`${shellVariable(name)}=${shellWord(String(value))}`);
  for (const call of calls) writeCall(script, call, new Map());
  return [...head(script, builtInsUsed(calls)), ...script.lines, ''].join('\n').replace(/\n{3,}/g, '\n\n');
}

function head({ needs }: Script, builtIns: ReadonlySet<string>): string[] {
  return [
    '#!/usr/bin/env bash',
    'set -eu',
    ...(builtIns.has('account') ? ['ACCOUNT=$(aws sts get-caller-identity --query Account --output text)'] : []),
    ...(builtIns.has('region') ? ['REGION=$AWS_DEFAULT_REGION'] : []),
    ...(builtIns.has('endpoint') ? ['ENDPOINT=$AWS_ENDPOINT_URL'] : []),
    ...(needs.has('as') ? AS_ROLE : []),
    '',
  ];
}

const AS_ROLE = [
  '',
  '# Runs a command with the rights of a role: as_role ARN COMMAND...',
  'as_role() {',
  '  read -r KEY SECRET TOKEN <<< "$(aws sts assume-role --role-arn "$1" --role-session-name lab \\',
  "    --query 'Credentials.[AccessKeyId,SecretAccessKey,SessionToken]' --output text)\"; shift",
  '  AWS_ACCESS_KEY_ID=$KEY AWS_SECRET_ACCESS_KEY=$SECRET AWS_SESSION_TOKEN=$TOKEN "$@"',
  '}',
];

/** Members that a loop gives, and the option by which it does. */
type Given = ReadonlyMap<string, string>;
const LINE = '--cli-input-json "$LINE"';

function writeCall(script: Script, call: LabCall, given: Given): void {
  if ('call' in call) writeApiCall(script, call, given);
  else if ('wait' in call) writeWait(script, call);
  else if ('repeat' in call) writeRepeat(script, call);
  else if ('advance' in call) writeAdvance(script, call);
  else script.line(`echo ${shellText(parseTemplate(call.log))}`);
}

const WIDTH = 100;

/** A command on one line if it fits, else an option a line. */
function joined({ program, options }: Command, extra: readonly string[], indent: number): string {
  const words = [program, ...options, ...extra];
  const line = words.join(' ');
  if (line.length + indent <= WIDTH && !line.includes('\n')) return line;
  return words.join(` \\\n${' '.repeat(indent + STEP)}`);
}

function invocation(
  script: Script,
  call: Pick<ApiCall, 'call' | 'input' | 'as'>,
  extra: readonly string[],
  given: Given = new Map(),
): string {
  const command = commandOf(script, call, new Set(given.keys()));
  const { as } = call;
  if (as !== undefined) script.needs.add('as');
  const program = as === undefined ? command.program : `as_role ${shellText(parseTemplate(as))} ${command.program}`;
  return joined({ ...command, program }, [...new Set(given.values()), ...extra], script.indent);
}

function writeApiCall(script: Script, call: ApiCall, given: Given): void {
  script.comment('#', call.note);
  const body = STREAMED[call.call];
  const outfile = body === undefined ? [] : ['answer.out'];
  if (call.expectError !== undefined) {
    const code = shellWord(call.expectError.replace(/Exception$/, ''));
    script.line(`${invocation(script, call, outfile, given)} 2>&1 | grep ${code}  # refused, as it should be`);
    return;
  }
  const saves = Object.entries(call.save ?? {});
  const bodySaves = saves.filter(([, path]) => path === body);
  const others = saves.filter(([, path]) => path !== body);
  if (others.length === 0) {
    script.line(`${invocation(script, call, outfile, given)}${given.size > 0 ? ' > answer.json' : ''}`);
  } else writeSaved(script, others, (extra) => invocation(script, call, [...extra, ...outfile], given));
  if (body !== undefined && saves.length === 0 && given.size === 0) script.line('cat answer.out');
  for (const [name] of bodySaves) script.line(`${shellVariable(name)}=$(cat answer.out)`);
}

type Saves = readonly (readonly [string, string])[];

/** `NAME=$(aws … --query … --output text)`; several names are read from one answer. */
function writeSaved(script: Script, saves: Saves, invoke: (extra: readonly string[]) => string): void {
  const [[name, path] = ['', '']] = saves;
  const query = saves.length === 1 ? path : `[${saves.map(([, one]) => one).join(', ')}]`;
  const command = invoke([`--query ${shellWord(query)}`, '--output text']);
  if (saves.length === 1) script.line(`${shellVariable(name)}=$(${command})`);
  else script.line(`read -r ${saves.map(([one]) => shellVariable(one)).join(' ')} <<< "$(${command})"`);
}

const POLL_SECONDS = 5;

function writeWait(script: Script, wait: WaitCall): void {
  const call = { call: wait.wait, input: wait.input };
  const conditions = [wait.until, ...(wait.failIf === undefined ? [] : [wait.failIf])];
  const query = `--query ${shellWord(`[${conditions.map(truth).join(', ')}]`)}`;
  const most = Math.ceil(wait.timeoutSeconds / POLL_SECONDS);
  script.comment('#', wait.note);
  script.line(`for ATTEMPT in $(seq ${most + 1}); do`);
  script.block(STEP, () => {
    script.line(`case "$(${invocation(script, call, [query, '--output text'])})" in`);
    script.block(STEP, () => {
      script.line('True*) break ;;');
      if (wait.failIf !== undefined) script.line('*True) echo "It failed." >&2; exit 1 ;;');
    });
    script.line('esac');
    script.line(
      `[ "$ATTEMPT" -le ${most} ] || { echo "It took longer than ${wait.timeoutSeconds} seconds." >&2; exit 1; }`,
    );
    script.line(`sleep ${POLL_SECONDS}`);
  });
  script.line('done');
  const saves = Object.entries(wait.save ?? {});
  if (saves.length > 0) writeSaved(script, saves, (extra) => invocation(script, call, extra));
}

/** An expression whose value is true or false, which the CLI prints as True or False. */
function truth(expression: string): string {
  return isCondition(findPlain(expression)) ? expression : `!(!(${expression}))`;
}

function writeAdvance(script: Script, { advance, why }: AdvanceCall): void {
  script.comment('#', `${why} Let ${durationWords(advance)} pass.`);
  if (script.advanceCommand) script.line(script.advanceCommand(durationMilliseconds(advance)));
}

function writeRepeat(script: Script, { repeat: { over, calls }, note }: RepeatCall): void {
  script.comment('#', note);
  if ('range' in over) {
    script.line(`for INDEX in $(seq ${over.range[0]} ${over.range[1]}); do`);
    script.block(STEP, () => {
      for (const call of calls) writeCall(script, call, new Map());
    });
    script.line('done');
    return;
  }
  for (const call of calls) {
    if ('call' in call) writeRowLoop(script, call, over);
  }
}

type OverRows = Extract<RepeatCall['repeat']['over'], { readonly dataset: string }>;

/** What depends on rows stands in a file, a line of JSON for each call. */
function writeRowLoop(script: Script, call: ApiCall, over: OverRows): void {
  const members = membersOf(parseExpression(call.input)).filter(([, value]) => usesRows(value));
  const rounds = roundsOf(script, { kind: 'record', entries: members }, over);
  const stem = `${over.dataset}${over.part === undefined ? '' : `-${over.part}`}-${splitCall(call.call).operation}`;
  if (call.call in STREAMED) {
    writeFileLoop(script, call, { stem, members: members.map(([name]) => name), rounds });
    return;
  }
  const lines = rounds.map((values) => `${JSON.stringify(values)}\n`);
  const file = script.files.add(`${stem}.jsonl`, new TextEncoder().encode(lines.join('')));
  writeCounted(script, call, 'while IFS= read -r LINE; do', new Map(members.map(([name]) => [name, LINE])));
  script.line(`done < ${file}`);
}

type Values = Readonly<Record<string, unknown>>;

function roundsOf({ files: { datasets } }: Script, expression: Expression, over: OverRows): Values[] {
  const slice = datasets.slice(over.dataset, over.part);
  return [...batchesOf(slice, over.batch, over.limit)].map((batch, index) => {
    const row = batch.rows[0] ? recordOf(batch, batch.rows[0]) : {};
    return evaluate(expression, { variables: { index, row }, datasets, batch }) as Values; // a record gives a record
  });
}

type FileLoop = { readonly stem: string; readonly members: readonly string[]; readonly rounds: readonly Values[] };

/** A call whose answer has a body takes no JSON: its own body stands in a file for each call. */
function writeFileLoop(script: Script, call: ApiCall, { stem, members, rounds }: FileLoop): void {
  const [member, ...others] = members;
  if (member === undefined || others.length > 0)
    throw new RangeError(`${call.call}: one member alone may depend on rows`);
  rounds.forEach((values, index) => {
    script.files.add(
      `${stem}-${String(index + 1).padStart(3, '0')}.txt`,
      new TextEncoder().encode(String(values[member])),
    );
  });
  const given = new Map([[member, `${optionName(member)} "fileb://$FILE"`]]);
  writeCounted(script, call, `for FILE in ${stem}-*.txt; do`, given);
  script.line('done');
}

/** The head and body of a loop over files or lines, with its number where the call uses it. */
function writeCounted(script: Script, call: ApiCall, head: string, given: Given): void {
  const rest = membersOf(parseExpression(call.input)).filter(([name]) => !given.has(name));
  const isCounted = rest.some(([, value]) => variablesOf(value).includes('index'));
  if (isCounted) script.line('INDEX=0');
  script.line(head);
  script.block(STEP, () => {
    writeApiCall(script, call, given);
    if (isCounted) script.line('INDEX=$((INDEX + 1))');
  });
}
