/** Numbers that grow one a row. */
export function growingNumbers() {
  let values = new Float64Array(1024);
  let length = 0;
  return {
    push(value: number): void {
      if (length === values.length) {
        const larger = new Float64Array(2 * length);
        larger.set(values);
        values = larger;
      }
      values[length] = value;
      length += 1;
    },
    take: (): Float64Array => values.slice(0, length),
  };
}

/** Names become numbers in the order in which they first occur. */
export function nameNumbers() {
  const numbers = new Map<string, number>();
  return {
    of(name: string): number {
      const known = numbers.get(name);
      if (known !== undefined) return known;
      numbers.set(name, numbers.size);
      return numbers.size - 1;
    },
    names: (): string[] => [...numbers.keys()],
  };
}

/** The score that a cell's bytes are: an integer from 0 to 254, −1 for an empty cell or NA, undefined for anything else. */
export function scoreOf(bytes: Uint8Array, length: number): number | undefined {
  if (length === 0 || (length === 2 && bytes[0] === 78 && bytes[1] === 65)) return -1;
  if (length > 3) return undefined;
  let score = 0;
  for (let i = 0; i < length; i += 1) {
    const digit = (bytes[i] ?? 0) - 48;
    if (!(digit >= 0 && digit <= 9)) return undefined;
    score = 10 * score + digit;
  }
  return score <= 254 ? score : undefined;
}
