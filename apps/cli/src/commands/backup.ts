import { writeBackup } from '@cairn/db';
import { Command } from 'commander';
import { openDatabase } from '../database.ts';
import { dataOption } from '../options.ts';
import { print, remark } from '../output.ts';

type Options = { readonly data: string; readonly json?: true };

export function describeCounts(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([table, count]) => `${count} ${table.replaceAll('_', ' ')}`)
    .join(', ');
}

export const backup = new Command('backup')
  .description('Write everything you did into one file. Works while Cairn runs.')
  .argument('<file>', 'file to write')
  .addOption(dataOption())
  .option('--json', 'print counts and checksum as JSON')
  .action(async (file: string, { data, json }: Options) => {
    const { db, close } = await openDatabase({ dataDir: data, log: remark, canShare: true });
    try {
      const { counts, createdAt, schemaVersion, sha256 } = await writeBackup(db, file);
      print(
        json
          ? JSON.stringify({ file, counts, createdAt, schemaVersion, sha256 })
          : `Wrote ${file}: ${describeCounts(counts)}.`,
      );
    } finally {
      await close();
    }
  });
