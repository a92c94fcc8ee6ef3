import type { Datasets } from '../datasets/datasets.ts';
import type { LabCall } from '../lab/calls-schema.ts';
import { renderCli } from './cli.ts';
import { type RenderedFile, RenderedFiles } from './files.ts';
import { renderJavascript } from './javascript.ts';
import { renderPython } from './python.ts';

export const LANGUAGES = ['cli', 'python', 'javascript'] as const;
export type Language = (typeof LANGUAGES)[number];

export type Rendered = {
  /** A script that runs as it stands, in a folder that holds `files`. */
  readonly code: string;
  readonly files: readonly RenderedFile[];
};

export type RenderOptions = {
  readonly datasets: Datasets;
  /** Values that calls made earlier have saved; the script begins with them. */
  readonly known?: Readonly<Record<string, unknown>>;
  /** A command line that lets so many milliseconds of the account's time pass; left out: a comment says to wait. */
  readonly advanceCommand?: (milliseconds: number) => string;
};

const RENDER = { cli: renderCli, python: renderPython, javascript: renderJavascript };

/** Calls as a person would write them with the AWS CLI, Python's boto3 or the JavaScript SDK. */
export function renderCalls(calls: readonly LabCall[], language: Language, options: RenderOptions): Rendered {
  const files = new RenderedFiles(options.datasets);
  const code = RENDER[language](calls, { ...options, files });
  return { code, files: files.list() };
}
