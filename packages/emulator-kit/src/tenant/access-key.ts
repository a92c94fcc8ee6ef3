import { seededRng } from '@cairn/kernel';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const CODE_LENGTH = 5;

/** First four characters: `LKIA` for a key that lasts, `LSIA` for one of a session. No real cloud issues either. */
export const ACCESS_KEY_PREFIXES = { longTerm: 'LKIA', session: 'LSIA' } as const;

const ACCESS_KEY = /^L[KS]IA([A-Z2-7]{5})[A-Z2-7]{11}$/;

/**
 * The five characters by which an access key tells its account: always the same for one tenant.
 *
 * Two tenants may share a code (33 million codes: 1.5 % for 1,000 tenants), so whoever looks a tenant up by it must
 * ask each that bears it.
 */
export function tenantCode(tenantId: string): string {
  const rng = seededRng(`access-key:${tenantId}`);
  return Array.from({ length: CODE_LENGTH }, () => ALPHABET[rng.below(ALPHABET.length)]).join('');
}

/** The tenant code inside an access key; undefined for a key that this sandbox cannot have issued. */
export function tenantCodeOf(accessKeyId: string): string | undefined {
  return ACCESS_KEY.exec(accessKeyId)?.[1];
}
