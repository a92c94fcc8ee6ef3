/**
 * The threads of one training. All run the same steps over one memory; they share out the work of a step and wait for
 * one another at its end. Since every sum is exact, who did what leaves no trace in the result.
 */
export type Team = {
  readonly index: number;
  readonly size: number;
  /** The next piece of this step's work, from 0. */
  readonly take: () => number;
  /** Ends a step: no thread goes on before all are here. */
  readonly wait: () => void;
};

export function teamOfOne(): Team {
  let next = 0;
  const take = () => {
    next += 1;
    return next - 1;
  };
  const wait = () => {
    next = 0;
  };
  return { index: 0, size: 1, take, wait };
}

const ARRIVED = 0;
const STEP = 1;
const NEXT = 2;
/** Looks at the step's number so often before going to sleep: some 20 µs, as long as most steps are apart. */
const SPINS = 2000;

/** @param control zeroed words in shared memory, the same for all threads of the team */
export function teamOfThreads(control: Int32Array, index: number, size: number): Team {
  const wait = () => {
    const step = Atomics.load(control, STEP);
    if (Atomics.add(control, ARRIVED, 1) === size - 1) {
      Atomics.store(control, ARRIVED, 0);
      Atomics.store(control, NEXT, 0);
      Atomics.add(control, STEP, 1);
      Atomics.notify(control, STEP);
      return;
    }
    for (let spin = 0; spin < SPINS; spin += 1) if (Atomics.load(control, STEP) !== step) return;
    while (Atomics.load(control, STEP) === step) Atomics.wait(control, STEP, step);
  };
  return { index, size, take: () => Atomics.add(control, NEXT, 1), wait };
}

/** Does pieces 0 … count − 1 among the team, then waits for all. */
export function share(team: Team, count: number, work: (piece: number) => void): void {
  for (let piece = team.take(); piece < count; piece = team.take()) work(piece);
  team.wait();
}

/** This thread's part of 0 … count − 1, even at both ends: [first, last). */
export function slice({ index, size }: Team, count: number): [number, number] {
  return [Math.floor((count * index) / size), Math.floor((count * (index + 1)) / size)];
}
