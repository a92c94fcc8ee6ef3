import { Command, CommanderError } from 'commander';
import { advise } from './commands/advise.ts';
import { backup } from './commands/backup.ts';
import { compare } from './commands/compare.ts';
import { content } from './commands/content-check.ts';
import { exam } from './commands/exam-solve.ts';
import { irt } from './commands/irt.ts';
import { restore } from './commands/restore.ts';
import { roadmap } from './commands/roadmap.ts';
import { start } from './commands/start.ts';
import { describeFailure, exitCodeOf } from './failure.ts';
import { VERSION } from './options.ts';

/** One file each in commands/. */
const COMMANDS = [start, advise, compare, roadmap, content, exam, irt, backup, restore];

const program = new Command('cairn')
  .description('From "which AI/ML role and certification fits me?" to "I passed", on your own machine.')
  .version(VERSION)
  .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'cairn: ')) });

/** Commander's own errors (unknown option, missing argument) are bad input: exit code 2. */
function throwOnExit(command: Command): void {
  command.copyInheritedSettings(program).exitOverride();
  for (const child of command.commands) throwOnExit(child);
}

for (const command of COMMANDS) program.addCommand(command);
throwOnExit(program);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    process.stderr.write(describeFailure(error));
    process.exitCode = exitCodeOf(error);
  }
}
