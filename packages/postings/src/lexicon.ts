/** A name of the catalog as this room wants it; the catalog's skills fit as they are. */
export type LexiconEntry = {
  readonly id: string;
  readonly canonical: string;
  readonly vendor?: string | undefined;
  readonly category: string;
  readonly aliases: readonly {
    readonly text: string;
    readonly caseSensitive?: boolean | undefined;
    /** `vendor`: counts only near another name of the vendor. `list`: only in a list of languages or tools. */
    readonly needs?: 'vendor' | 'list' | undefined;
  }[];
};

/** What a name is: a cloud, a service of one of the clouds, a certification, or a skill (everything else). */
export type NameKind = 'platform' | 'service' | 'certification' | 'skill';

const CLOUDS: ReadonlySet<string> = new Set(['AWS', 'Azure', 'GCP']);

export function kindOf({ category, vendor }: Pick<LexiconEntry, 'category' | 'vendor'>): NameKind {
  if (category === 'cloud_platform') return 'platform';
  if (category === 'certification') return 'certification';
  return vendor !== undefined && CLOUDS.has(vendor) ? 'service' : 'skill';
}
