import type { LabCall } from '../lab/calls-schema.ts';
import { variablesIn } from '../value/template.ts';
import type { RenderedFiles } from './files.ts';

export type ScriptOptions = {
  readonly files: RenderedFiles;
  readonly known?: Readonly<Record<string, unknown>>;
  readonly advanceCommand?: (milliseconds: number) => string;
};

/** Lines of a script, and what its head must bring for them. */
export class Script {
  readonly files: RenderedFiles;
  readonly advanceCommand: ((milliseconds: number) => string) | undefined;
  readonly needs = new Set<string>();
  readonly #lines: string[] = [];
  #indent = 0;

  constructor({ files, advanceCommand }: ScriptOptions) {
    this.files = files;
    this.advanceCommand = advanceCommand;
  }

  get indent(): number {
    return this.#indent;
  }

  get lines(): readonly string[] {
    return this.#lines;
  }

  line(text: string): void {
    this.#lines.push(text === '' ? '' : `${' '.repeat(this.#indent)}${text}`);
  }

  block(step: number, write: () => void): void {
    this.#indent += step;
    write();
    this.#indent -= step;
  }

  comment(mark: string, text: string | undefined): void {
    for (const line of text?.split('\n') ?? []) this.line(`${mark} ${line}`.trimEnd());
  }
}

/** Names of built-in variables that calls use: the script asks the account for them. */
export function builtInsUsed(calls: readonly LabCall[]): ReadonlySet<string> {
  return new Set(variablesIn(JSON.stringify(calls)).filter((name) => ['account', 'region', 'endpoint'].includes(name)));
}
