import { readBackup } from '@cairn/db';
import { Command } from 'commander';
import { openDatabase } from '../database.ts';
import { dataOption, existingFile } from '../options.ts';
import { print, remark } from '../output.ts';
import { describeCounts } from './backup.ts';

type Options = { readonly data: string; readonly replace?: true; readonly json?: true };

export const restore = new Command('restore')
  .description('Bring back what a backup holds: all of it, or nothing.')
  .argument('<file>', 'backup to read')
  .addOption(dataOption())
  .option('--replace', 'remove what the database holds now')
  .option('--json', 'print counts as JSON')
  .action(async (file: string, { data, replace, json }: Options) => {
    existingFile(file, 'backup');
    const { db, close } = await openDatabase({ dataDir: data, log: remark });
    try {
      const { counts, createdAt, schemaVersion } = await readBackup(db, file, { replace: replace ?? false });
      print(
        json
          ? JSON.stringify({ file, counts, createdAt, schemaVersion })
          : `Restored ${file} of ${createdAt}: ${describeCounts(counts)}.`,
      );
    } finally {
      await close();
    }
  });
