import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Language, Rendered } from '../render/render.ts';
import { isolatedHome, type ToolHome, type ToolOptions } from './environment.ts';
import { type Finished, run } from './spawn.ts';

/** Python finds `sitecustomize` here: releases of boto3 before 1.31 do not read AWS_ENDPOINT_URL by themselves. */
export const PYTHON_ENDPOINT_FOLDER = fileURLToPath(new URL('../../python/endpoint', import.meta.url));

/** Runs a rendered script in a folder of its own, with an environment that reaches nothing but the endpoint. */
export async function runScript(
  language: Language,
  { code, files }: Rendered,
  options: ToolOptions,
): Promise<Finished> {
  const home = isolatedHome(options);
  try {
    for (const { path, bytes } of files) writeFileSync(join(home.folder, path), bytes);
    return await LAUNCH[language](home, code, options);
  } finally {
    home.remove();
  }
}

type Launch = (home: ToolHome, code: string, options: ToolOptions) => Promise<Finished>;

const LAUNCH: Readonly<Record<Language, Launch>> = {
  cli(home, code, { endpoint, program = 'aws' }) {
    // version 1 and releases before 2.13 do not read AWS_ENDPOINT_URL by themselves
    const bin = join(home.folder, 'bin');
    mkdirSync(bin);
    writeFileSync(join(bin, 'aws'), `#!/bin/sh\nPATH="\${PATH#*:}" exec ${program} "$@" --endpoint-url ${endpoint}\n`, {
      mode: 0o755,
    });
    const env = { ...home.environment, PATH: `${bin}:${home.environment.PATH ?? ''}` };
    return launch('bash', 'script.sh', code, { ...home, environment: env });
  },
  python(home, code, { program = 'python3' }) {
    const env = { ...home.environment, PYTHONPATH: PYTHON_ENDPOINT_FOLDER, PYTHONDONTWRITEBYTECODE: '1' };
    return launch(program, 'script.py', code, { ...home, environment: env });
  },
  javascript(home, code, { program = process.execPath }) {
    symlinkSync(modulesFolder(), join(home.folder, 'node_modules'));
    return launch(program, 'script.mjs', code, home);
  },
};

function launch(program: string, name: string, code: string, { folder, environment }: ToolHome): Promise<Finished> {
  writeFileSync(join(folder, name), code);
  return run(program, [name], { cwd: folder, env: environment, timeoutSeconds: 300 });
}

/** The folder that the official clients are installed in. */
function modulesFolder(): string {
  let folder = fileURLToPath(import.meta.resolve('@aws-sdk/client-s3'));
  while (!folder.endsWith('node_modules')) folder = dirname(folder);
  return folder;
}
