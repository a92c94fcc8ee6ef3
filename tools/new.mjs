import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { Refusal, THINGS } from './new/things.mjs';

const TOOLS = dirname(fileURLToPath(import.meta.url));
const TEMPLATES = join(TOOLS, 'new', 'templates');

function refuseReserved(name, camel) {
  try {
    new Script(`'use strict'; const ${camel} = 0;`);
  } catch {
    throw new Refusal(`"${name}" is a word of JavaScript itself; add a second word.`);
  }
}

/** The name in each spelling that a template may ask for. */
function spellings(thing, name) {
  const { isPath = false, isSnake = false } = THINGS[thing];
  const shape = isPath ? /^[a-z0-9-]+\/[a-z0-9]+(-[a-z0-9]+)*$/ : /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
  if (!shape.test(name)) {
    const example = isPath ? 'aif-c01/inference-modes-01' : 'lower-case words joined by hyphens';
    throw new Refusal(`"${name}" does not name a new ${thing}; write ${example}.`);
  }
  const Pascal = name.replace(/(?:^|[-/])([a-z0-9])/g, (_, letter) => letter.toUpperCase());
  const camel = Pascal.charAt(0).toLowerCase() + Pascal.slice(1);
  if (!isPath) refuseReserved(name, camel);
  const NAME = isSnake ? name.replaceAll('-', '_') : name;
  return { kebab: name, path: name, bank: name.split('/')[0], camel, Pascal, NAME };
}

/** Templates lie as their files will: the path below `templates/<thing>` is the path in the repository. */
function templatesOf(thing) {
  const folder = join(TEMPLATES, thing);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(folder, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));
}

function withEntry(text, { where, file, line, anchor }) {
  const lines = text.split('\n');
  const at = anchor ? lines.findIndex((one) => anchor.test(one)) : 0;
  if (at === -1) throw new Refusal(`${file} has no line like ${anchor}, where this would go by hand: ${line.trim()}`);
  if (where === 'instead') lines[at] = lines[at].replace(anchor, line);
  else lines.splice({ top: 0, end: lines.length - 1, before: at, after: at + 1 }[where], 0, line);
  return lines.join('\n');
}

/**
 * Writes the files of one row, and its entries in the registries. Everything is worked out before anything is written.
 *
 * @param today calendar day, such as 2026-11-21
 * @returns paths of new files and of changed ones, and what to do next
 * @throws  Refusal with one sentence
 */
export function scaffold({ root, thing, name, today }) {
  if (!Object.hasOwn(THINGS, thing ?? '') || name === undefined) {
    throw new Refusal(`Write npm run new <thing> <name>, where thing is one of ${Object.keys(THINGS).join(', ')}.`);
  }
  const { entries = () => [], variables = () => ({}), next } = THINGS[thing];
  const names = spellings(thing, name);
  const later = new Date(Date.parse(today) + 182 * 86_400_000).toISOString().slice(0, 10);
  const values = { ...names, ...variables(root, names), today, inSixMonths: later };
  const fill = (text) => text.replace(/\{\{(\w+)\}\}/g, (_, key) => values[key]);
  const files = new Map(
    templatesOf(thing).map(({ path, text }) => [
      path
        .replace('NUMBER', values.NUMBER)
        .replace('NAME', values.NAME)
        .replace(/\.tmpl$/, ''),
      fill(text),
    ]),
  );
  const taken = [...files.keys()].find((path) => existsSync(join(root, path)));
  if (taken) throw new Refusal(`${taken} is there already; choose another name, or remove it first.`);
  const changed = new Map();
  for (const entry of entries(names)) {
    const text = changed.get(entry.file) ?? readFileSync(join(root, entry.file), 'utf8');
    changed.set(entry.file, withEntry(text, entry));
  }
  for (const [path, text] of [...files, ...changed]) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return { created: [...files.keys()], changed: [...changed.keys()], next };
}

/** Import order and line breaks as the linter wants them. */
function format(root, paths) {
  const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const sources = paths.filter((path) => /\.tsx?$/.test(path));
  if (sources.length === 0 || !existsSync(biome)) return;
  spawnSync(process.execPath, [biome, 'check', '--write', '--log-level=error', ...sources], { cwd: root });
}

function main() {
  const root = dirname(TOOLS);
  const [thing, name] = process.argv.slice(2);
  try {
    const { created, changed, next } = scaffold({ root, thing, name, today: new Date().toISOString().slice(0, 10) });
    format(root, [...created, ...changed]);
    for (const path of created) process.stdout.write(`new      ${path}\n`);
    for (const path of changed) process.stdout.write(`changed  ${path}\n`);
    process.stdout.write(`${next}\n`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`cairn: ${error.message}\n`);
    process.exitCode = 2;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main();
