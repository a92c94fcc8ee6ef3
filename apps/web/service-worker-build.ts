import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, type Rolldown } from 'vite';

/** Features that go on without the server. Of the others nothing is put down: their pages could show nothing. */
const OFFLINE_FEATURES = new Set(['app', 'cards', 'exam', 'home', 'learn', 'offline', 'read', 'search', 'today']);

/** Files of a fixed name that the first page needs; `/` is the page itself. */
const SHELL = ['/', '/theme.js', '/cairn.svg', '/manifest.webmanifest', '/icon-192.png'];

const ENTRY = fileURLToPath(new URL('./src/offline/service-worker.ts', import.meta.url));

/** Builds `/sw.js` after the app, with the list of what it puts down written into it. */
export function serviceWorker(conditions: readonly string[]): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler({ dir }, bundle) {
        if (dir === undefined) throw new RangeError('the app is built into a directory');
        const files = await builtFiles(dir, bundle);
        await build({
          configFile: false,
          publicDir: false,
          logLevel: 'warn',
          resolve: { conditions: [...conditions] },
          define: { __BUILT_FILES__: JSON.stringify(files) },
          build: {
            outDir: dir,
            emptyOutDir: false,
            target: 'es2023',
            rolldownOptions: { input: ENTRY, output: { format: 'iife', entryFileNames: 'sw.js' } },
          },
        });
      },
    },
  };
}

async function builtFiles(dir: string, bundle: Rolldown.OutputBundle) {
  const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry);
  if (entry === undefined) throw new RangeError('the app has no entry');
  const assets = [...offlineFiles(bundle, entry.fileName)].sort().map((name) => `/${name}`);
  const hash = createHash('sha256').update(assets.join('\n'));
  for (const path of SHELL) hash.update(await readFile(join(dir, path === '/' ? 'index.html' : path)));
  return { build: hash.digest('hex').slice(0, 16), entry: `/${entry.fileName}`, assets, shell: SHELL };
}

/** Everything that the entry and the pages of the features above load, with styles and what these show. */
function offlineFiles(bundle: Rolldown.OutputBundle, entry: string): Set<string> {
  const found = new Set<string>();
  const visit = (name: string): void => {
    const file = bundle[name];
    if (found.has(name) || file === undefined) return;
    found.add(name);
    const next = file.type === 'chunk' ? neededBy(file, bundle) : namedIn(file, bundle);
    for (const other of next) visit(other);
  };
  visit(entry);
  return found;
}

function neededBy(chunk: Rolldown.OutputChunk, bundle: Rolldown.OutputBundle): string[] {
  const lazy = chunk.dynamicImports.filter((name) => {
    const file = bundle[name];
    return file?.type === 'chunk' && isOffline(file.facadeModuleId);
  });
  const { importedCss = [], importedAssets = [] } = chunk.viteMetadata ?? {};
  return [...chunk.imports, ...lazy, ...importedCss, ...importedAssets];
}

/** A style names its fonts and pictures. */
function namedIn({ fileName, source }: Rolldown.OutputAsset, bundle: Rolldown.OutputBundle): string[] {
  if (!fileName.endsWith('.css')) return [];
  const text = typeof source === 'string' ? source : new TextDecoder().decode(source);
  return Object.keys(bundle).filter((name) => text.includes(`/${name}`));
}

/** Parts of packages are loaded by the pages that need them, so they follow these. */
function isOffline(moduleId: string | null): boolean {
  const feature = /\/apps\/web\/src\/([^/]+)\//.exec(moduleId?.replaceAll('\\', '/') ?? '')?.[1];
  return feature === undefined || OFFLINE_FEATURES.has(feature);
}
