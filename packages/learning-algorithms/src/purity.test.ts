import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const SOURCE = dirname(fileURLToPath(import.meta.url));

it('runs in a browser: only src/parallel knows Node, and nothing reads the clock or chance', () => {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith(`parallel${sep}`),
  );
  const impure =
    /from 'node:|Math\.random|Date\.now|new Date\(\)|performance\.now|process\.(env|argv|exit|hrtime|cpuUsage|std)/;

  expect(files.length).toBeGreaterThan(30);
  expect(files.filter((file) => impure.test(readFileSync(join(SOURCE, file), 'utf8')))).toEqual([]);
});
