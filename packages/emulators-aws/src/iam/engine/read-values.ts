import { nearestName } from '@cairn/kernel';
import type { Faults } from './faults.ts';
import { shown } from './faults.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `; did you mean "Statement"?`, or nothing when no known name is near. */
export function suggestion(typed: string, known: readonly string[]): string {
  const near = nearestName(typed, known);
  return near === undefined || near === typed ? '' : `; did you mean "${near}"?`;
}

/** Reports keys that the language does not have. */
export function checkElements(object: JsonObject, known: readonly string[], path: string, faults: Faults): void {
  for (const key of Object.keys(object)) {
    if (known.includes(key)) continue;
    faults.syntax(
      `${path}.${key}`,
      `"${key}" is no element of the policy language here${suggestion(key, known) || '; remove it.'}`,
    );
  }
}

/** One text or a list of texts, as a list; undefined after a fault. */
export function readTexts(value: unknown, path: string, faults: Faults): string[] | undefined {
  const list = Array.isArray(value) ? value : [value];
  const isText = (one: unknown): one is string => typeof one === 'string';
  if (list.every(isText)) return list;
  const wrong = list.findIndex((one) => !isText(one));
  const where = Array.isArray(value) ? `${path}[${wrong}]` : path;
  faults.syntax(where, `Expected a text or a list of texts, found ${shown(list[wrong])}.`);
  return undefined;
}

/** Path of the n-th value of an element that may be a single text. */
export function valuePath(element: unknown, path: string, index: number): string {
  return Array.isArray(element) ? `${path}[${index}]` : path;
}
