import { Command } from 'commander';
import { check, solve } from '../lab/checking.ts';
import { advance, bill, data, hint, list, show, solution } from '../lab/looking.ts';
import { reset, start, stop } from '../lab/starting.ts';

const COMMANDS = [list, show, start, check, data, hint, solution, solve, reset, advance, bill, stop];

export const lab = COMMANDS.reduce(
  (command, child) => command.addCommand(child),
  new Command('lab').description('Labs in a local cloud that check themselves.'),
);
