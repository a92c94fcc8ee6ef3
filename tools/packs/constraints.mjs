/**
 * Where the numbers' kinds, lengths, patterns and enumerations of a service come from: botocore's models when a Python
 * with botocore is at hand, else the pack that is being replaced. Both are walked through one small interface, in step
 * with the SDK's schemas.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** botocore's folder for a client, where the names differ. */
const FOLDERS = { 'cloudwatch-logs': 'logs', sfn: 'stepfunctions', eventbridge: 'events' };
const INTEGERS = new Set(['integer', 'long', 'short', 'byte']);
const FLOATS = new Set(['float', 'double']);

/** The botocore that `PYTHON` (default python3) imports, or undefined. */
export function findBotocore() {
  const script = 'import botocore; print(botocore.__version__); print(botocore.__file__)';
  try {
    const options = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
    const [version, file] = execFileSync(process.env.PYTHON ?? 'python3', ['-c', script], options)
      .trim()
      .split('\n');
    return { version, data: join(dirname(file), 'data') };
  } catch {
    return undefined; // no Python or no botocore: the previous pack serves
  }
}

/** Constraints of one client out of botocore; undefined when this botocore does not know the service. */
export function botocoreConstraints(botocore, client) {
  const folder = join(botocore.data, FOLDERS[client] ?? client);
  if (!existsSync(folder)) return undefined;
  const file = join(folder, readdirSync(folder).sort().at(-1), 'service-2.json');
  const text = existsSync(`${file}.gz`)
    ? gunzipSync(readFileSync(`${file}.gz`)).toString()
    : readFileSync(file, 'utf8');
  const { operations, shapes } = JSON.parse(text);
  const at = (reference) => reference && shapes[reference.shape];
  return {
    source: `botocore ${botocore.version}`,
    input: (operation) => at(operations[operation]?.input),
    output: (operation) => at(operations[operation]?.output),
    errors: (operation) => (operations[operation]?.errors ?? []).map(({ shape }) => shape),
    member: (node, name) => at(node?.members?.[name]),
    listMember: (node) => at(node?.member),
    key: (node) => at(node?.key),
    value: (node) => at(node?.value),
    numberKind: (node) => (INTEGERS.has(node?.type) ? 'integer' : FLOATS.has(node?.type) ? 'float' : undefined),
    constraint: (node) => constraintOf(node),
  };
}

function constraintOf(node) {
  if (!node) return undefined;
  const constraint = {};
  if (node.min !== undefined && !(node.min === 0 && node.type !== 'integer')) constraint.min = node.min;
  if (node.max !== undefined) constraint.max = node.max;
  if (node.pattern !== undefined && !/^\^?(\.|\[\\s\\S\])\*\$?$/.test(node.pattern)) constraint.pattern = node.pattern;
  if (node.enum) constraint.values = node.enum;
  return Object.keys(constraint).length > 0 ? constraint : undefined;
}

/** Constraints out of an earlier pack, for a machine without botocore and for `--check`. */
export function packConstraints(pack) {
  const operations = new Map(pack.operations.map((operation) => [operation[0], operation]));
  const at = (reference) => (reference === undefined ? undefined : reference < 0 ? reference : pack.shapes[reference]);
  const primitive = (node) => (typeof node === 'number' ? node : node?.[0] === 'p' ? node[1] : undefined);
  return {
    source: pack.constraints,
    input: (operation) => at(operations.get(operation)?.[1]),
    output: (operation) => at(operations.get(operation)?.[2]),
    errors: (operation) => (operations.get(operation)?.[5] ?? []).map((index) => pack.shapes[pack.errors[index]][1]),
    member: (node, name) =>
      /^[sue]$/.test(node?.[0]) ? at(node[2].find((member) => member[0] === name)?.[1]) : undefined,
    listMember: (node) => (node?.[0] === 'l' ? at(node[1]) : undefined),
    key: (node) => (node?.[0] === 'm' ? at(node[1]) : undefined),
    value: (node) => (node?.[0] === 'm' ? at(node[3]) : undefined),
    numberKind: (node) => ({ [-3]: 'integer', [-4]: 'float' })[primitive(node)],
    constraint: (node) => ({ p: node?.[2], l: node?.[4], m: node?.[6] })[node?.[0]] || undefined,
  };
}
