import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Cloud, CloudError, type CloudOutput } from '../cloud/cloud.ts';
import { getService } from '../cloud/services.ts';
import { base64OfBytes, bytesOfBase64, findText } from '../value/base64.ts';
import { isolatedHome, type ToolOptions } from './environment.ts';
import { answeredError } from './errors.ts';

const SCRIPT = fileURLToPath(new URL('../../python/run_calls.py', import.meta.url));

type Answer =
  | { readonly output: CloudOutput }
  | { readonly error: { readonly code: string; readonly message: string; readonly status: number } }
  | { readonly unreachable: string };

type Waiting = { readonly resolve: (answer: Answer) => void; readonly reject: (error: Error) => void };

/** An account over Python's boto3: one process that reads a call a line and answers a line each. */
export function pythonCloud(options: ToolOptions): Cloud & { readonly close: () => void } {
  const home = isolatedHome(options);
  const { region, endpoint, program = 'python3' } = options;
  const child = spawn(program, [SCRIPT], { cwd: home.folder, env: home.environment });
  const talk = listenTo(child);
  const send: Cloud['send'] = (service, operation, input, as) => {
    const line = {
      service: getService(service).boto3,
      operation,
      input: withBytes(input),
      role: as ?? null,
      region,
      endpoint,
    };
    const answer = new Promise<Answer>((resolve, reject) => {
      if (talk.ended) reject(talk.ended);
      else talk.waiting.push({ resolve, reject });
    });
    child.stdin.write(`${JSON.stringify(line)}\n`);
    return answer.then(outputOf);
  };
  const close = () => {
    child.stdin.end();
    home.remove();
  };
  return { region, endpoint, send, close };
}

/** `ended` says why nobody answers any more. */
type Talk = { readonly waiting: Waiting[]; ended: Error | undefined };

/** Answers come in the order of the calls. */
function listenTo(child: ChildProcessWithoutNullStreams): Talk {
  const waiting: Waiting[] = [];
  const talk: Talk = { waiting, ended: undefined };
  let complaint = '';
  const fail = (error: Error) => {
    talk.ended ??= error;
    for (const one of waiting.splice(0)) one.reject(error);
  };
  createInterface({ input: child.stdout }).on('line', (line) => {
    waiting.shift()?.resolve(JSON.parse(line) as Answer); // our own script writes it
  });
  child.stderr.on('data', (chunk: Buffer) => {
    complaint = `${complaint}${chunk.toString()}`.slice(-2_000);
  });
  child.stdin.on('error', () => undefined); // the end of the process says why
  child.on('error', fail);
  child.on('close', (code) => fail(new Error(`Python ended with ${String(code)}: ${complaint}`)));
  return talk;
}

function outputOf(answer: Answer): CloudOutput {
  if ('output' in answer) return withoutBytes(answer.output) as CloudOutput; // a record stays one
  if ('unreachable' in answer)
    throw new CloudError({ kind: 'unreachable', code: 'boto3', message: answer.unreachable });
  const { code, message, status } = answer.error;
  throw answeredError(code, message, status);
}

function withBytes(value: unknown): unknown {
  if (value instanceof Uint8Array) return { $bytes: base64OfBytes(value) };
  if (Array.isArray(value)) return value.map(withBytes);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withBytes(one)]));
}

function withoutBytes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutBytes);
  if (typeof value !== 'object' || value === null) return value;
  if ('$bytes' in value && typeof value.$bytes === 'string') {
    const bytes = bytesOfBase64(value.$bytes);
    return findText(bytes) ?? bytes;
  }
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutBytes(one)]));
}
