import { expect, it } from 'vitest';
import './example-questions.ts'; // declares import.meta.glob

const SOURCES: Readonly<Record<string, string>> = import.meta.glob('./**/*.{ts,tsx}', {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** Modules that a file loads when it runs: imports of types alone are gone by then. */
function importsOf(source: string): string[] {
  const statements = source.matchAll(/^(?:import|export) (?!type )(?:[^;]*? from )?'([^']+)';/gm);
  return [...statements].map(([, target = '']) => target);
}

function resolved(from: string, target: string): string {
  return `./${new URL(target, `file:///${from.slice(2)}`).pathname.slice(1)}`;
}

/** Everything that runs in a browser once `entry` is loaded. */
function loadedBy(entry: string, seen = new Set<string>()): Set<string> {
  if (seen.has(entry)) return seen;
  seen.add(entry);
  for (const target of importsOf(SOURCES[entry] ?? '')) {
    if (target.startsWith('.')) loadedBy(resolved(entry, target), seen);
    else seen.add(target);
  }
  return seen;
}

it('shows and answers questions in a browser without any schema or grader', () => {
  const loaded = [...loadedBy('./views.ts')];

  expect(loaded).toContain('./ordering/view.tsx');
  expect(loaded).toContain('./hot-area/answering.ts');
  expect(loaded.filter((file) => !file.startsWith('.')).sort()).toEqual(['react']);
  expect(loaded.filter((file) => /schema|registry|simple-types|\/index\.ts|question-type/.test(file))).toEqual([]);
});

it('would notice a schema', () => {
  expect([...loadedBy('./index.ts')]).toContain('zod');
});
