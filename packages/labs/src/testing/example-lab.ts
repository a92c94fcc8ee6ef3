import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { parseLab } from '../lab/parse.ts';
import type { Lab } from '../lab/schema.ts';

const FILE = new URL('./fixtures/private-bucket.yaml', import.meta.url);

/** The example lab as written, to be changed by tests. */
export function exampleValue(): Record<string, unknown> {
  return parse(readFileSync(FILE, 'utf8')) as Record<string, unknown>; // a lab is a mapping
}

export function exampleLab(): Lab {
  const { lab, faults } = parseLab(exampleValue());
  if (!lab) throw new Error(JSON.stringify(faults));
  return lab;
}
