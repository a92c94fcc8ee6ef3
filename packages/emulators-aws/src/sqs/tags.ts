import { invalidParameter } from './errors.ts';
import type { Queue } from './state.ts';

const MAX_TAGS = 50;

/** Adds tags, over those of the same key. Throws InvalidParameterValue and then changes nothing. */
export function addTags(queue: Queue, added: Readonly<Record<string, string>>): void {
  const keys = new Set([...queue.tags.keys(), ...Object.keys(added)]);
  if (keys.size > MAX_TAGS) throw invalidParameter(`Too many tags added for queue ${queue.name}.`);
  for (const [key, value] of Object.entries(added)) {
    if (key.length < 1 || key.length > 128 || value.length > 256 || /^aws:/i.test(key)) {
      throw invalidParameter(
        `Tag ${key} is not valid: keys have 1 to 128 characters and do not begin with aws:, values up to 256.`,
      );
    }
  }
  for (const [key, value] of Object.entries(added)) queue.tags.set(key, value);
}
