/**
 * Builds packages/emulators-aws/packs/<client>.json from the installed @aws-sdk/client-* packages.
 *
 *   npm run packs              all services       npm run packs -- kinesis s3    some of them
 *   npm run packs -- --packs DIR   reads and writes them there
 *   npm run packs -- --check   compares only; exit 1 when a committed pack is not what the installed client says
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { botocoreConstraints, findBotocore, packConstraints } from './packs/constraints.mjs';
import { buildPack } from './packs/schemas.mjs';

const room = new URL('../packages/emulators-aws/', import.meta.url);
const require = createRequire(fileURLToPath(new URL('package.json', room)));
const PREFIX = '@aws-sdk/client-';
/** Parts of a pack that are written one entry a line, so that a change of the model reads well in a diff. */
const LONG_PARTS = ['operations', 'shapes'];

process.removeAllListeners('warning'); // the SDK announces the end of Node 20; that is ADR matter, not a pack's
const { values, positionals: chosen } = parseArgs({
  options: { check: { type: 'boolean', default: false }, packs: { type: 'string' } },
  allowPositionals: true,
});
const isCheck = values.check;
const folder = values.packs === undefined ? new URL('packs/', room) : pathToFileURL(`${resolve(values.packs)}/`);
try {
  process.exitCode = run(chosen.length > 0 ? chosen : declaredClients()) ? 0 : 1;
} catch (error) {
  console.error(error.message); // one sentence: no pack yet, an unknown client, a schema of a new kind
  process.exitCode = 1;
}

function declaredClients() {
  const { devDependencies } = JSON.parse(readFileSync(new URL('package.json', room), 'utf8'));
  return Object.keys(devDependencies)
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => name.slice(PREFIX.length));
}

/** Whether all packs are as they should be: always after writing, in a check only without drift. */
function run(clients) {
  const botocore = isCheck ? undefined : findBotocore();
  const drifted = clients.filter((client) => {
    const file = new URL(`${client}.json`, folder);
    const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    const after = packText(client, before, botocore);
    if (after === before) return false;
    if (!isCheck) writeFileSync(file, after);
    console.log(`${client}: ${describeChange(before, after)}`);
    return true;
  });
  if (isCheck && drifted.length > 0) {
    console.error(`${drifted.length} packs differ from the installed clients: run npm run packs`);
  } else console.log(`${clients.length} packs, ${drifted.length} ${isCheck ? 'differ' : 'written'}`);
  return !isCheck || drifted.length === 0;
}

function packText(client, before, botocore) {
  const name = `${PREFIX}${client}`;
  const constraints = chooseConstraints(client, before === undefined ? undefined : JSON.parse(before), botocore);
  const version = require(`${name}/package.json`).version;
  const pack = buildPack({ client: `${name} ${version}`, module: require(name), constraints });
  return textOf(pack);
}

/** botocore's, unless it is older than the one the committed pack was made with. */
function chooseConstraints(client, previous, botocore) {
  const found = botocore && botocoreConstraints(botocore, client);
  if (!previous) {
    if (found) return found;
    throw new Error(`${client} has no pack yet: its first one needs a Python with botocore (set PYTHON to its path)`);
  }
  return found && !isOlder(found.source, previous.constraints) ? found : packConstraints(previous);
}

function isOlder(source, than) {
  const numbers = (text) => text.replace(/^\D+/, '').split('.').map(Number);
  const [a, b] = [numbers(source), numbers(than)];
  const position = a.findIndex((value, index) => value !== b[index]);
  return position >= 0 && a[position] < (b[position] ?? 0);
}

function textOf(pack) {
  const short = Object.entries(pack).filter(([key]) => !LONG_PARTS.includes(key));
  const head = short.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
  const long = LONG_PARTS.map(
    (part) => `"${part}":[\n${pack[part].map((entry) => JSON.stringify(entry)).join(',\n')}\n]`,
  );
  return `{${[...head, ...long].join(',\n')}}\n`;
}

function describeChange(before, after) {
  if (before === undefined) return 'new';
  const [old, now] = [JSON.parse(before), JSON.parse(after)];
  if (old.client !== now.client) return `${old.client} -> ${now.client}`;
  return old.constraints === now.constraints
    ? 'the model or the format changed'
    : `${old.constraints} -> ${now.constraints}`;
}
