import { DatabaseRefusal } from '../refusal.ts';
import type { Places } from './places.ts';

/** What PostgreSQL's programs say, in English because they run with LC_ALL=C, and what it means to an operator. */
const KNOWN: readonly {
  readonly says: RegExp;
  readonly kind: DatabaseRefusal['kind'];
  readonly means: (places: Places) => string;
}[] = [
  {
    says: /No space left on device|Disk quota exceeded/i,
    kind: 'disk-full',
    means: ({ cluster }) => `The disk of ${cluster} is full; free some space and start again.`,
  },
  {
    says: /Permission denied|Read-only file system|has wrong ownership|has invalid permissions/i,
    kind: 'data-directory-not-writable',
    means: ({ cluster }) =>
      `PostgreSQL cannot use ${cluster}; correct its owner and permissions (0700) or choose another directory with --data.`,
  },
  {
    says: /files are incompatible with server|initialized by PostgreSQL version/i,
    kind: 'wrong-postgres-version',
    means: ({ cluster }) =>
      `The data in ${cluster} were written by another PostgreSQL version; use the Cairn that wrote them to make a backup, and restore that here.`,
  },
  {
    says: /pre-existing shared memory block|lock file .* already exists/i,
    kind: 'data-directory-in-use',
    means: ({ cluster }) => `Another PostgreSQL still uses ${cluster}; stop it and start again.`,
  },
];

/** Turns the output of initdb or postgres into one sentence. */
export function explain(output: string, what: string, places: Places, logFile?: string): DatabaseRefusal {
  const known = KNOWN.find(({ says }) => says.test(output));
  if (known) return new DatabaseRefusal(known.kind, known.means(places));
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const telling = lines.findLast((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1) ?? 'it said nothing';
  const more = logFile ? ` See ${logFile}.` : '';
  return new DatabaseRefusal('server-did-not-start', `${what} failed: ${telling.trim()}.${more}`);
}
