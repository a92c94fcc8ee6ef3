/** `break`, `continue` and `exit`: what comes next does not run. Caught by the loop, or where the line was started. */
export class Jump extends Error {
  override readonly name = 'Jump';
  readonly kind: 'break' | 'continue' | 'exit';
  readonly exitCode: number;

  constructor(kind: Jump['kind'], exitCode = 0) {
    super(kind);
    this.kind = kind;
    this.exitCode = exitCode;
  }
}
