import { z } from 'zod';

/**
 * How well a fact is evidenced. A: an archived copy of the vendor's own page. B: a dated fact check that names the
 * vendor page. C: one page without date or reference. M: from memory, shown as "unverified". own: our own estimate or
 * summary, not a vendor fact. none: not found, so nothing is claimed.
 */
export const Grade = z.enum(['A', 'B', 'C', 'M', 'own', 'none']);
export type Grade = z.infer<typeof Grade>;

export const CalendarDay = z.iso.date('write a calendar day such as 2026-11-21');

export const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case letters, digits and single hyphens');

/** An exam code as the vendor writes it: AIF-C01, AI-103. */
export const ExamCode = z
  .string()
  .regex(/^[A-Z]{2,3}-[A-Z]?[0-9]{2,3}$/, 'write an exam code such as AIF-C01 or AI-103');

/** `aif-c01/1.1`: the exam in lower case, then domain and task. */
export const TaskId = z
  .string()
  .regex(/^[a-z]{2,3}-[a-z]?[0-9]{2,3}\/[0-9]+\.[0-9]+$/, 'write a task id such as aif-c01/1.1');

export const SourceKey = z.string().regex(/^[A-Z][A-Z0-9]{0,5}$/, 'write a key of sources.yaml such as S3');

export const Text = z.string().trim().min(1, 'write a text');

export const Provenance = {
  grade: Grade.describe('Evidence: A, B, C, M (memory), own (our estimate), none (not found)'),
  sources: z.array(SourceKey).describe('Keys of sources.yaml'),
  checkedOn: CalendarDay.describe('The day somebody last compared this with its sources'),
  note: Text.optional(),
};

/** A fact that can go stale. `value: null` means that no source read gives it; the note then says so. */
export function factOf<S extends z.ZodType>(value: S) {
  // The generic shape hides `value` from the type of a refinement; every fact has one.
  const hasValue = (fact: object) => 'value' in fact && fact.value !== null;
  return z
    .strictObject({ value: value.nullable(), ...Provenance })
    .refine((fact) => hasValue(fact) || fact.note !== undefined, 'a value that was not found needs a note')
    .refine((fact) => fact.grade === 'none' || fact.sources.length > 0, 'name at least one source');
}
