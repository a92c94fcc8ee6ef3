import { Command, CommanderError } from 'commander';
import { failureOf } from './failure.ts';
import { VERSION } from './options.ts';

/**
 * One file each in commands/. Only the one that is asked for is loaded: what another one needs would make it wait.
 */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./commands/start.ts')).start,
  advise: async () => (await import('./commands/advise.ts')).advise,
  compare: async () => (await import('./commands/compare.ts')).compare,
  roadmap: async () => (await import('./commands/roadmap.ts')).roadmap,
  salary: async () => (await import('./commands/salary.ts')).salary,
  cost: async () => (await import('./commands/cost.ts')).cost,
  postings: async () => (await import('./commands/postings.ts')).postings,
  plan: async () => (await import('./commands/plan.ts')).plan,
  today: async () => (await import('./commands/today.ts')).today,
  content: async () => (await import('./commands/content-check.ts')).content,
  review: async () => (await import('./commands/review.ts')).review,
  cards: async () => (await import('./commands/cards.ts')).cards,
  exam: async () => (await import('./commands/exam-solve.ts')).exam,
  irt: async () => (await import('./commands/irt.ts')).irt,
  lab: async () => (await import('./commands/lab.ts')).lab,
  lesson: async () => (await import('./commands/lesson.ts')).lesson,
  search: async () => (await import('./commands/search.ts')).search,
  sandbox: async () => (await import('./commands/sandbox.ts')).sandbox,
  backup: async () => (await import('./commands/backup.ts')).backup,
  restore: async () => (await import('./commands/restore.ts')).restore,
};

const program = new Command('cairn')
  .description('From "which AI/ML role and certification fits me?" to "I passed", on your own machine.')
  .version(VERSION)
  .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'cairn: ')) });

/** Commander's own errors (unknown option, missing argument) are bad input: exit code 2. */
function throwOnExit(command: Command): void {
  command.copyInheritedSettings(program).exitOverride();
  for (const child of command.commands) throwOnExit(child);
}

const asked = COMMANDS[process.argv[2] ?? ''];
for (const load of asked ? [asked] : Object.values(COMMANDS)) program.addCommand(await load());
throwOnExit(program);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    const { text, exitCode } = await failureOf(error);
    process.stderr.write(text);
    process.exitCode = exitCode;
  }
}
