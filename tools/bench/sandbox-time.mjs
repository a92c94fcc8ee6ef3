import { spawn } from 'node:child_process';
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../prepare.mjs';
import { percentile } from './program.mjs';

const STARTS = 5;
const CALLS = 4000;
const CONCURRENT = 8;
const RESETS = 1000;

const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENT });
const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const hmac = (key, text) => createHmac('sha256', key).update(text).digest();

/** A request of an AWS client, signed with Signature Version 4. Signed once and sent often: the server is measured. */
function signed({ method, path, headers, body }, { endpoint, region, accessKeyId, secretAccessKey }, service) {
  const time = `${new Date().toISOString().replace(/[-:]|\.\d+/g, '')}`;
  const scope = `${time.slice(0, 8)}/${region}/${service}/aws4_request`;
  const all = { ...headers, host: new URL(endpoint).host, 'x-amz-date': time, 'x-amz-content-sha256': sha256(body) };
  const names = Object.keys(all).sort();
  const lines = names.map((name) => `${name}:${all[name]}\n`).join('');
  const canonical = [method, path, '', lines, names.join(';'), sha256(body)].join('\n');
  const key = scope.split('/').reduce(hmac, `AWS4${secretAccessKey}`);
  const signature = hmac(key, `AWS4-HMAC-SHA256\n${time}\n${scope}\n${sha256(canonical)}`).toString('hex');
  const credential = `Credential=${accessKeyId}/${scope}`;
  const authorization = `AWS4-HMAC-SHA256 ${credential}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  return { method, path, body, headers: { ...all, authorization, 'content-length': Buffer.byteLength(body) } };
}

const s3 = (method, path, body = '') => ({ method, path, body, headers: {} });
const kinesis = (operation, input) => ({
  method: 'POST',
  path: '/',
  body: JSON.stringify(input),
  headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `Kinesis_20131202.${operation}` },
});

function send(endpoint, { method, path, body, headers }) {
  const { hostname, port } = new URL(endpoint);
  return new Promise((done, failed) => {
    const sent = request({ agent, hostname, port, method, path, headers }, (response) => {
      response.resume();
      response.on('end', () => {
        if (response.statusCode < 300) done();
        else failed(new Error(`${method} ${path} answered ${response.statusCode}`));
      });
    });
    sent.on('error', failed);
    sent.end(body);
  });
}

/** From the start of the program to the first signed call that succeeded. */
async function start(directory) {
  const begun = performance.now();
  const command = [join('apps', 'cli', 'dist', 'main.js'), 'sandbox', 'aws', '--port', '0', '--json'];
  const child = spawn(process.execPath, [...command, '--data', directory], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line = await new Promise((done, failed) => {
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) done(text);
    });
    child.once('exit', () => failed(new Error('the sandbox ended')));
  });
  const facts = JSON.parse(line);
  await send(facts.endpoint, signed(s3('PUT', '/bench'), facts, 's3'));
  const seconds = (performance.now() - begun) / 1000;
  const stop = () => new Promise((stopped) => child.once('exit', stopped) && child.kill('SIGTERM'));
  return { ...facts, seconds, stop, pid: child.pid };
}

/** Memory in megabytes and CPU in milliseconds of a process, as Linux counts them. */
function usageOf(pid) {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13).map(Number);
  return { megabytes: kilobytes / 1024, cpuMilliseconds: (user + system) * 10 };
}

async function cpuPerCall(sandbox, service, calls) {
  const ready = calls.map((call) => signed(call, sandbox, service));
  const work = async (first) => {
    for (let at = first; at < CALLS; at += CONCURRENT) await send(sandbox.endpoint, ready[at % ready.length]);
  };
  const workers = () => Promise.all(Array.from({ length: CONCURRENT }, (_, first) => work(first)));
  await workers(); // warm
  const before = usageOf(sandbox.pid).cpuMilliseconds;
  await workers();
  return (usageOf(sandbox.pid).cpuMilliseconds - before) / CALLS;
}

async function resets({ endpoint, token, pid, account }) {
  const control = async (path, method) => {
    const answer = await fetch(`${endpoint}/_cairn/accounts/${account}/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
    });
    if (!answer.ok) throw new Error(`reset answered ${answer.status}`);
  };
  const times = [];
  for (let warm = 0; warm < 50; warm += 1) await control('reset', 'POST');
  const before = usageOf(pid).megabytes;
  for (let run = 0; run < RESETS; run += 1) {
    const begun = performance.now();
    await control('reset', 'POST');
    times.push(performance.now() - begun);
  }
  return { milliseconds: percentile(times, 0.99), growth: 100 * (usageOf(pid).megabytes / before - 1) };
}

/** The local AWS: start, memory, server CPU of small calls with their signatures checked, resets. */
export async function benchSandbox() {
  const directory = mkdtempSync(join(tmpdir(), 'cairn-bench-'));
  const starts = [];
  for (let run = 1; run < STARTS; run += 1) {
    const sandbox = await start(directory);
    starts.push(sandbox.seconds);
    await sandbox.stop();
  }
  const sandbox = await start(directory);
  starts.push(sandbox.seconds);
  const { megabytes } = usageOf(sandbox.pid);
  const keys = Array.from({ length: 200 }, (_, at) => `/bench/object-${at}`);
  const body = randomBytes(512).toString('hex');
  const put = await cpuPerCall(
    sandbox,
    's3',
    keys.map((key) => s3('PUT', key, body)),
  );
  const get = await cpuPerCall(
    sandbox,
    's3',
    keys.map((key) => s3('GET', key)),
  );
  const stream = { StreamName: 'bench', StreamModeDetails: { StreamMode: 'ON_DEMAND' } };
  await send(sandbox.endpoint, signed(kinesis('CreateStream', stream), sandbox, 'kinesis'));
  await new Promise((ready) => setTimeout(ready, 1500));
  const Data = randomBytes(512).toString('base64');
  const record = await cpuPerCall(
    sandbox,
    'kinesis',
    keys.map((key) => kinesis('PutRecord', { StreamName: 'bench', PartitionKey: key, Data })),
  );
  const reset = await resets(sandbox);
  await sandbox.stop();
  rmSync(directory, { recursive: true, force: true });
  return [
    { name: 'sandbox: start to the first successful call', value: percentile(starts, 0.5), limit: 0.3, unit: 's' },
    { name: 'sandbox: memory after it', value: megabytes, limit: 90, unit: 'MB' },
    { name: 'sandbox: CPU of an S3 put of 1 KiB, signature checked', value: put, limit: 0.7, unit: 'ms' },
    { name: 'sandbox: CPU of an S3 get of 1 KiB', value: get, limit: 0.7, unit: 'ms' },
    { name: 'sandbox: CPU of a Kinesis put of 512 B', value: record, limit: 0.7, unit: 'ms' },
    { name: 'sandbox: reset of an account, 99th percentile', value: reset.milliseconds, limit: 50, unit: 'ms' },
    { name: 'sandbox: memory growth over 1,000 resets', value: Math.max(0, reset.growth), limit: 20, unit: '%' },
  ];
}
