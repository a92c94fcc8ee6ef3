import type { z } from 'zod';
import type { Predictor } from '../algorithms/algorithm.ts';
import { UserFault } from '../data/user-fault.ts';

/** What a processing container finds when it starts, and whom it may ask. */
export interface ContainerRun {
  /** Inputs by path below /opt/ml/processing. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly environment: Readonly<Record<string, string>>;
  readonly log: (line: string) => void;
  /** A model of the account, as CreateModel made it. */
  readonly model: (name: string) => Promise<Predictor>;
}

/** Runs a container and returns the files that it leaves behind, by path. */
export type Container = (run: ContainerRun) => Promise<ReadonlyMap<string, string>>;

export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Files in a folder, in the order of their names. */
export function filesUnder(files: ReadonlyMap<string, Uint8Array>, folder: string): string[] {
  const prefix = `${folder.replace(/\/+$/, '')}/`;
  return [...files].flatMap(([path, bytes]) => (path === folder || path.startsWith(prefix) ? [textOf(bytes)] : []));
}

/** JSON of a file, checked against `schema`; throws UserFault in one sentence. */
export function parseJson<Schema extends z.ZodType>(text: string, schema: Schema, source: string): z.infer<Schema> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new UserFault(`${source} is no JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new UserFault(`${source}, ${issue?.path.join('.') || 'at its root'}: ${issue?.message ?? 'not readable'}.`);
}
