/** Something in a file that its author can mend: a sentence with the place in it. */
export type Fault = { readonly line: number; readonly column?: string; readonly message: string };

/** As many as a person reads; the rest are counted. */
const KEPT = 12;

/** Collects faults; a file with a million of them says so in a few lines. */
export class FaultList {
  readonly kept: Fault[] = [];
  count = 0;

  add(fault: Fault): void {
    this.count += 1;
    if (this.kept.length < KEPT) this.kept.push(fault);
  }
}

/** The file cannot be analysed at all. The message is for the person who chose it: what, where, what to do. */
export class UnusableFile extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnusableFile';
  }
}
