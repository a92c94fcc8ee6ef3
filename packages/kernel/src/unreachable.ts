/** Marks a branch that the types rule out. Reaching it is a bug in this program. */
export function unreachable(value: never): never {
  throw new RangeError(`unexpected ${JSON.stringify(value)}`);
}
