/** Exit codes of the AWS CLI. */
export const EXIT = { failed: 1, misused: 252, misconfigured: 253, refused: 254, other: 255 } as const;

/** The command cannot go on: what stands on stderr and the code it ends with. Caught where commands start. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
  readonly exitCode: number;

  constructor(message: string, exitCode: number) {
    super(message);
    this.exitCode = exitCode;
  }
}

const USAGE = `usage: aws [options] <command> <subcommand> [<subcommand> ...] [parameters]
To see help text, you can run:

  aws help
  aws <command> help
  aws <command> <subcommand> help
`;

/** `aws: error: …` under the usage. */
export function misuse(message: string): CommandFailure {
  return new CommandFailure(`\n${USAGE}\naws: error: ${message}\n\n`, EXIT.misused);
}

export function unknownOptions(options: readonly string[]): CommandFailure {
  return new CommandFailure(`\n${USAGE}\nUnknown options: ${options.join(', ')}\n\n`, EXIT.misused);
}

/** A value that cannot be what its parameter wants. */
export function badValue(option: string, message: string): CommandFailure {
  return new CommandFailure(`\nError parsing parameter '${option}': ${message}\n`, EXIT.misused);
}

/** One sentence after an empty line, as the AWS CLI tells all else. */
export function plainFailure(message: string, exitCode: number = EXIT.other): CommandFailure {
  return new CommandFailure(`\n${message}\n`, exitCode);
}
