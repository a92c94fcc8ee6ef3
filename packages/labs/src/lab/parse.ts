import type { z } from 'zod';
import type { LabFaultAt } from './lab-fault.ts';
import { lintLab } from './lint.ts';
import { Lab } from './schema.ts';

export type ParsedLab =
  | { readonly lab: Lab; readonly faults: readonly [] }
  | { readonly lab: undefined; readonly faults: readonly LabFaultAt[] };

/**
 * Reads a lab as written. All faults are collected: first those of form, and once there are none, those of meaning.
 *
 * @param story text of story.md, which stands in for `story`
 */
export function parseLab(value: unknown, story?: string): ParsedLab {
  const whole = story === undefined || !isRecord(value) || 'story' in value ? value : { ...value, story };
  const result = Lab.safeParse(whole);
  const faults = result.success ? lintLab(result.data) : result.error.issues.flatMap((issue) => faultsOf(issue, []));
  if (faults.length > 0 || !result.success) return { lab: undefined, faults };
  return { lab: result.data, faults: [] };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

type Issue = z.core.$ZodIssue;

/** A union says nothing useful by itself; the branch that fits best does. */
function faultsOf(issue: Issue, before: readonly PropertyKey[]): LabFaultAt[] {
  const path = [...before, ...issue.path];
  if (issue.code === 'invalid_key') return issue.issues.map(({ message }) => ({ path, message }));
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ path, message: issue.message }];
  const [best = []] = [...issue.errors].sort((a, b) => distance(a) - distance(b));
  return best.flatMap((inner) => faultsOf(inner, path));
}

function distance(issues: readonly Issue[]): number {
  return issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? 2 * issue.keys.length : 1), 0);
}
