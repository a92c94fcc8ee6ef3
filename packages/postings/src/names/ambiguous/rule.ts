/**
 * What decides whether an ambiguous spelling is meant. Every expression looks at a few dozen characters beside the
 * spelling: `before` at the text that ends there, `after` at the text that begins there, `near` at both sides.
 */
export type NameRule = {
  /** Id of the name in the catalog. */
  readonly id: string;
  /** The spellings that this is about; absent: all of the name's. */
  readonly spellings?: readonly string[];
  /** Capitals must stand as they do in the spelling. */
  readonly isExact?: boolean;
  /** Not for spellings that name the maker: "Aurora" may be a place or a person, "Amazon Aurora" is neither. */
  readonly isOfBareName?: true;
  /** Never, if one of these fits. `posting` looks at the whole text, `otherClouds`: it names other clouds, never this. */
  readonly never?: {
    readonly before?: RegExp;
    readonly after?: RegExp;
    readonly near?: RegExp;
    readonly posting?: RegExp;
    /** As `posting`, but another name of its vendor speaks louder. */
    readonly postingAlone?: RegExp;
    readonly otherClouds?: boolean;
  };
  /**
   * Where a mention stands so, the posting is of a firm or a thing of that name: then every other mention is, too,
   * unless it stands in a list with names of its vendor.
   */
  readonly namesake?: { readonly before: RegExp; readonly after: RegExp };
  /** Only if both sides fit one of these. */
  readonly frames?: readonly Frame[];
  /** Only if one of these fits; takes the place of the catalog's `needs`. */
  readonly only?: Evidence;
};

export type Frame = { readonly before: RegExp; readonly after: RegExp };

export type Evidence = {
  readonly before?: RegExp;
  readonly after?: RegExp;
  readonly near?: RegExp;
  /** In a list with another name. */
  readonly isListed?: boolean;
  /** Another name of its vendor: in the same list, in the same or the next sentence, anywhere in the posting. */
  readonly vendor?: 'listed' | 'near' | 'anywhere';
  /** Said anywhere in the posting. */
  readonly posting?: RegExp;
  readonly isExact?: boolean;
};
