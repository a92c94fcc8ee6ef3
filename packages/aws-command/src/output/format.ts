import type { OutputFormat } from '../command/globals.ts';
import { jsonText } from './json.ts';
import type { Plain } from './plain.ts';
import type { Query } from './query.ts';
import { tableText } from './table.ts';
import { textOf } from './text.ts';
import { yamlText } from './yaml.ts';

export interface Format {
  readonly output: OutputFormat;
  readonly query: Query | undefined;
  /** Columns of the terminal, for tables. */
  readonly width: number;
}

/** An answer as it stands on stdout. `title` names the operation in tables. */
export function formatAnswer(title: string, answer: Plain, { output, query, width }: Format): string {
  const value = query ? query(answer) : answer;
  switch (output) {
    case 'json':
      return jsonText(value);
    case 'text':
      return textOf(value);
    case 'table':
      return tableText(title, value, width);
    case 'yaml':
      return yamlText(value);
    case 'yaml-stream':
      return yamlText(JSON.stringify(value) === '{}' ? value : [value]);
  }
}
