import type { Errands } from './errands.ts';

type Module = Readonly<Record<string, unknown>>;
type Encoding = string | { readonly encoding?: string | null } | null | undefined;

const encodingOf = (given: Encoding): string | undefined =>
  (typeof given === 'object' ? given?.encoding : given) ?? undefined;

/** Files of a program are those of the page's command line. */
function filesModule(errands: Errands): Module {
  const noSuchFile = (path: string) =>
    Object.assign(new Error(`ENOENT: no such file or directory, open '${path}'`), { code: 'ENOENT' });
  return {
    async readFile(path: string, encoding?: Encoding) {
      const bytes = await errands.ask({ kind: 'read', path: String(path) });
      if (bytes === undefined) throw noSuchFile(path);
      return encodingOf(encoding) === undefined ? bytes : new TextDecoder().decode(bytes);
    },
    async writeFile(path: string, data: string | Uint8Array) {
      const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
      const refused = await errands.ask({ kind: 'write', path: String(path), bytes });
      if (refused !== undefined) throw new Error(refused);
    },
    readdir: async (path = '.') => {
      const names = await errands.ask({ kind: 'list', path: String(path) });
      return [...new Set(names.map((name) => name.split('/')[0]))];
    },
  };
}

const wait = (milliseconds?: number, value?: unknown) =>
  new Promise((resolve) => setTimeout(() => resolve(value), milliseconds));

const ADVANCE = /^npx cairn lab advance \S+ (\d+)m$/;

/** A page starts no programs. What solutions start, so that the time of the account passes, it does itself. */
const programsModule = (errands: Errands): Module => ({
  execSync(command: string) {
    const minutes = ADVANCE.exec(command)?.[1];
    if (minutes === undefined) throw new Error('A page starts no programs but: npx cairn lab advance LAB 10m');
    errands.holdBackFor({ kind: 'advance', milliseconds: Number(minutes) * 60_000 });
  },
});

/** The parts of Node that a script for the cloud uses, as far as a page has them. */
export const nodeModules = (errands: Errands): Readonly<Record<string, () => Promise<Module>>> => {
  const files = filesModule(errands);
  return {
    'fs/promises': async () => files,
    child_process: async () => programsModule(errands),
    'timers/promises': async () => ({ setTimeout: wait }),
    process: async () => ({ env: Reflect.get(globalThis, 'process')?.env }),
  };
};
