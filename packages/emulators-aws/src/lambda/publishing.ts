import { retire } from './invoking.ts';
import type { FunctionVersion, LambdaCall, LambdaFunction } from './state.ts';

/** Makes a version of `$LATEST`; when nothing changed since the last one, that one is answered. */
export function publish(call: LambdaCall, fn: LambdaFunction, description?: string): FunctionVersion {
  const { latest } = fn;
  const last = fn.versions.get(String(fn.nextVersion - 1));
  const settings = { ...latest.settings, description: description ?? latest.settings.description };
  if (last && isSame(last, { ...latest, settings })) return last;
  const version = String(fn.nextVersion);
  const made = { version, settings, code: latest.code, lastModified: latest.lastModified, revisionId: call.ids.uuid() };
  fn.nextVersion += 1;
  fn.versions.set(version, made);
  return made;
}

const isSame = (a: FunctionVersion, b: FunctionVersion): boolean =>
  a.code.sha256 === b.code.sha256 && JSON.stringify(a.settings) === JSON.stringify(b.settings);

/** Replaces `$LATEST`. Processes that run the old one end: their globals are not seen again. */
export function replaceLatest(
  call: LambdaCall,
  fn: LambdaFunction,
  change: Partial<Pick<FunctionVersion, 'settings' | 'code'>>,
): void {
  retire(call, fn, fn.latest);
  fn.latest = { ...fn.latest, ...change, lastModified: call.date(), revisionId: call.ids.uuid() };
}
