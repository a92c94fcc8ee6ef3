/** Lets so many pieces of work in at a time; the others wait in the order of their coming. */
export type Turnstile = <Result>(work: () => Promise<Result>) => Promise<Result>;

export function turnstile(places: number): Turnstile {
  const waiting: (() => void)[] = [];
  let taken = 0;
  return async (work) => {
    if (taken >= places) await new Promise<void>((resolve) => waiting.push(resolve));
    else taken += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else taken -= 1;
    }
  };
}
