import { createHash } from 'node:crypto';
import { Lab, type LabEvent } from '@cairn/labs';
import { z } from 'zod';

/** A lab as text, to be kept with a run: nothing that happens to the content later changes what the run checks. */
export function freezeLab(lab: Lab): { readonly frozen: string; readonly frozenDigest: string } {
  const frozen = JSON.stringify(lab);
  return { frozen, frozenDigest: createHash('sha256').update(frozen).digest('hex') };
}

const thawed = new Map<string, Lab>();

/** Reading a lab takes milliseconds, and each of few labs is asked for again and again. */
export function thawLab({ frozen, frozenDigest }: { readonly frozen: string; readonly frozenDigest: string }): Lab {
  const known = thawed.get(frozenDigest);
  if (known) return known;
  const lab = Lab.parse(JSON.parse(frozen));
  thawed.set(frozenDigest, lab);
  return lab;
}

const KINDS = [
  'started',
  'checked',
  'hint-shown',
  'solution-shown',
  'solved-for',
  'reset',
] as const satisfies readonly LabEvent['kind'][];
const Tag = z.looseObject({ kind: z.enum(KINDS), at: z.number() });

/** It was checked when it was recorded; only the tag that says which program can read it is checked again. */
export const RecordedEvent = z.custom<LabEvent>((value) => Tag.safeParse(value).success, 'an event of another program');
