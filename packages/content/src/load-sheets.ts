import { ServicesFile, SheetFile } from '@cairn/lessons';
import type { Fault } from './fault.ts';
import type { TextFile } from './text-file.ts';
import { isFaults, parseFile } from './yaml-file.ts';

type Placed<T> = { readonly file: string; readonly lineOf: (path: readonly PropertyKey[]) => number } & T;

export type LoadedSheet = Placed<{ readonly sheet: SheetFile }>;
export type LoadedServices = Placed<{ readonly services: ServicesFile }>;

const SERVICES_FILE = 'sheets/services.yaml';

type Sheets = {
  /** By exam. */
  readonly sheets: ReadonlyMap<string, LoadedSheet>;
  readonly services: LoadedServices | undefined;
  readonly faults: Fault[];
};

/** `sheets/services.yaml`, and one sheet an exam. A file with faults is left out; the others load. */
export function loadSheets(files: readonly TextFile[]): Sheets {
  const faults: Fault[] = [];
  const sheets = new Map<string, LoadedSheet>();
  let services: LoadedServices | undefined;
  for (const source of files) {
    const { file } = source;
    if (file === SERVICES_FILE) {
      const parsed = parseFile(source, ServicesFile);
      if (isFaults(parsed)) faults.push(...parsed);
      else services = { services: parsed.value, file, lineOf: parsed.lineOf };
      continue;
    }
    const parsed = parseFile(source, SheetFile);
    if (isFaults(parsed)) {
      faults.push(...parsed);
      continue;
    }
    const { value: sheet, lineOf } = parsed;
    const path = file.replace(/^sheets\//, '').replace(/\.yaml$/, '');
    if (sheet.exam === path) sheets.set(sheet.exam, { sheet, file, lineOf });
    else
      faults.push({ file, line: lineOf(['exam']), message: `It is for "${sheet.exam}", but the path says "${path}".` });
  }
  return { sheets, services, faults };
}
