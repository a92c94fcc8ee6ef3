import type { OutputFormat } from '../command/globals.ts';
import type { VirtualFolder } from '../shell/folder.ts';
import type { Host } from './cloud.ts';

/** What one command sees: where it writes, the files, the world outside. */
export interface Session {
  readonly host: Host;
  readonly files: VirtualFolder;
  readonly signal: AbortSignal | undefined;
  /** Lines of `<<EOF`. */
  readonly input: string | undefined;
  readonly defaults: {
    readonly output: OutputFormat;
    readonly region: string | undefined;
    /** Columns of the terminal. */
    readonly width: number;
  };
  out(text: string): void;
  err(text: string): void;
}
