/** A seeded source of randomness: the same seed gives the same sequence on every machine. */
export type Rng = {
  /** Uniform in [0, 1). */
  readonly next: () => number;
  /** Uniform whole number in [0, bound). */
  readonly below: (bound: number) => number;
  /** Standard normal. */
  readonly normal: () => number;
  /** A new array in random order (Fisher–Yates). */
  readonly shuffle: <T>(values: readonly T[]) => T[];
};

/** 32-bit FNV-1a: a text becomes a seed, so that `attempt:slot` names a stream of its own. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** sfc32 (Chris Doty-Humphrey, PractRand): 128 bits of state, passes BigCrush, a few integer operations a number. */
function sfc32(seed: number): () => number {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = seed | 0;
  let counter = 1;
  const step = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let i = 0; i < 12; i += 1) step(); // the first outputs still show the seed
  return step;
}

/** @param seed any integer, or a text that names the stream */
export function seededRng(seed: number | string): Rng {
  const next = sfc32(typeof seed === 'string' ? seedOf(seed) : seed);
  const below = (bound: number) => Math.floor(next() * bound);
  const shuffle = <T>(values: readonly T[]): T[] => {
    const order = [...values];
    for (let i = order.length - 1; i > 0; i -= 1) {
      const j = below(i + 1);
      [order[i], order[j]] = [order[j] as T, order[i] as T]; // both indexes lie within the array
    }
    return order;
  };
  // Box–Muller; 1 - u keeps the logarithm away from zero.
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return { next, below, normal, shuffle };
}
