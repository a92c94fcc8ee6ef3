/** A value with its probability. */
export type Atom = { readonly value: number; readonly probability: number };

/** Amounts are held to the cent, and to the dollar where there are more of them than this: nobody sees the difference. */
const FEW = 1500;

const grainsFor = (count: number): number => (count > FEW ? 1 : 100);

/** The sum of two independent amounts; in no order. */
export function sumOf(a: readonly Atom[], b: readonly Atom[]): readonly Atom[] {
  const grains = grainsFor(a.length * b.length);
  const sums = new Map<number, number>();
  for (const one of a) {
    for (const other of b) {
      const key = Math.round((one.value + other.value) * grains);
      sums.set(key, (sums.get(key) ?? 0) + one.probability * other.probability);
    }
  }
  return atomsIn(sums, grains);
}

/** The same values once each, in rising order. */
export function merged(atoms: readonly Atom[]): readonly Atom[] {
  const grains = grainsFor(atoms.length);
  const sums = new Map<number, number>();
  for (const { value, probability } of atoms) {
    const key = Math.round(value * grains);
    sums.set(key, (sums.get(key) ?? 0) + probability);
  }
  return [...atomsIn(sums, grains)].sort((one, other) => one.value - other.value);
}

function atomsIn(sums: ReadonlyMap<number, number>, grains: number): readonly Atom[] {
  const atoms: Atom[] = [];
  for (const [key, probability] of sums) if (probability > 0) atoms.push({ value: key / grains, probability });
  return atoms;
}

/** The least value that is not exceeded with probability `share`; atoms in rising order. */
export function quantile(atoms: readonly Atom[], share: number): number {
  let total = 0;
  for (const { value, probability } of atoms) {
    total += probability;
    if (total >= share - 1e-12) return value;
  }
  return atoms.at(-1)?.value ?? 0;
}
