/**
 * The time inside one account: it runs with the machine's clock, and a lab may let hours or days pass at once.
 *
 * All times are milliseconds since 1970, UTC.
 */
export class VirtualClock {
  readonly #wall: () => number;
  /** How far this account is ahead of the machine. */
  aheadMilliseconds: number;

  constructor(wall: () => number, aheadMilliseconds = 0) {
    this.#wall = wall;
    this.aheadMilliseconds = aheadMilliseconds;
  }

  /** The machine's own time: what clients sign their requests with. */
  machineNow(): number {
    return this.#wall();
  }

  now(): number {
    return this.#wall() + this.aheadMilliseconds;
  }

  /** Moves to `instant`; time never goes back. */
  moveTo(instant: number): void {
    this.aheadMilliseconds += Math.max(0, instant - this.now());
  }
}
