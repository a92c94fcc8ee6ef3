import { invalidChoice } from '../command/choice.ts';
import { EXIT, misuse, plainFailure } from '../command/failure.ts';
import type { Globals } from '../command/globals.ts';
import type { Session } from '../run/session.ts';
import { list, makeBucket, presign, removeBucket } from './buckets.ts';
import { S3Calls, S3Refusal } from './calls.ts';
import { FILE_COMMANDS, type FileCommand, type FileOptions, parseFileOptions } from './options.ts';
import { transfer } from './transfer.ts';

/** Runs the words after `aws s3`. @returns the exit code @throws CommandFailure */
export async function runFileCommand(words: readonly string[], globals: Globals, session: Session): Promise<number> {
  const [name, ...rest] = words;
  if (name === undefined) throw misuse('the following arguments are required: subcommand');
  const command = FILE_COMMANDS.find((one) => one === name);
  if (command === undefined) throw invalidChoice('subcommand', name, FILE_COMMANDS);
  const options = parseFileOptions(command, rest);
  const s3 = new S3Calls(await session.host.models('s3'), session, globals);
  try {
    return await run(command, options, s3, session);
  } catch (error) {
    if (error instanceof S3Refusal) throw plainFailure(error.message, EXIT.refused);
    throw error;
  }
}

function run(command: FileCommand, options: FileOptions, s3: S3Calls, session: Session): Promise<number> {
  switch (command) {
    case 'ls':
      return list(options, s3, session);
    case 'mb':
      return makeBucket(options, s3, session);
    case 'rb':
      return removeBucket(options, s3, session, () => {
        const all = { ...options, flags: new Set(['--recursive']) };
        return transfer('rm', all, s3, session);
      });
    case 'presign':
      return presign(options, session);
    case 'cp':
    case 'mv':
    case 'rm':
    case 'sync':
      return transfer(command, options, s3, session);
  }
}
