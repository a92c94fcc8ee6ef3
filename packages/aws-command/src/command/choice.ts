import { type CommandFailure, misuse } from './failure.ts';
import { similarNames } from './similar.ts';

const COLUMN = 40;

/** "Invalid choice", with all choices two a line, and those that were perhaps meant. */
export function invalidChoice(argument: string, value: string, choices: readonly string[]): CommandFailure {
  const lines: string[] = [];
  for (let at = 0; at < choices.length; at += 2) {
    lines.push(
      choices
        .slice(at, at + 2)
        .map((choice) => choice.padEnd(COLUMN))
        .join(' | '),
    );
  }
  const meant = similarNames(value, choices);
  const hint =
    meant.length === 0
      ? []
      : [`\n\nInvalid choice: '${value}', maybe you meant:\n`, ...meant.map((one) => `  * ${one}`)];
  return misuse(`argument ${argument}: ${['Invalid choice, valid choices are:\n', ...lines, ...hint].join('\n')}`);
}
