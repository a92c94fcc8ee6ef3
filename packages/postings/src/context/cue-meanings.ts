/** What a cue says of the names around it, as bits. */
export const CUE = {
  /** Nice to have: what stands before it in its clause. */
  preferredBack: 1 << 0,
  /** Nice to have: what follows it in its clause. */
  preferredOn: 1 << 1,
  /** Asked for: what follows. */
  requiredOn: 1 << 2,
  /** Asked for: what stands before. */
  requiredBack: 1 << 3,
  /** What the team works with. */
  stack: 1 << 4,
  /** Partners, customers, awards, investors: the names in that clause are not asked for. */
  boilerplate: 1 << 5,
  /** A sentence about the company. */
  company: 1 << 6,
  degree: 1 << 7,
  /** Ends a list of fields of study. */
  field: 1 << 8,
  apply: 1 << 9,
  legal: 1 << 10,
  benefit: 1 << 11,
  /** Speaks to or of the person who is looked for. */
  person: 1 << 12,
  /** One of the following is enough. */
  alternativeOn: 1 << 13,
  /** Something like the preceding is enough, too. */
  alternativeBack: 1 << 14,
  /** Not asked for, not used any more. */
  denied: 1 << 15,
  /** Customers and the like: what follows are firms, wherever it stands. */
  firms: 1 << 16,
  /** Asks in passing: "we need somebody for …". Not in duties, not for what stands before, not past a stack. */
  loose: 1 << 17,
  /** Not used any more: what stands before. */
  deniedBack: 1 << 18,
  /** A product that is sold: what it is made of is not asked for. */
  product: 1 << 19,
  /** "Our customers, … among them": what stands before is one of those. */
  among: 1 << 20,
  /** Glad of something, or content without: a wish where a condition or a pronoun says of what. */
  soft: 1 << 21,
  /** "used it", "worked there": speaks of a name before. */
  pronoun: 1 << 22,
  /** As good as something else: what stands before. */
  equal: 1 << 23,
  /** Money for courses: what it is spent on, under whatever heading. */
  budget: 1 << 24,
  /** Shops of clouds: what stands right beside it is where something is sold. */
  market: 1 << 25,
  /** Where somebody worked before: what follows is an employer, if it speaks of the people of the house. */
  career: 1 << 26,
  /** "helps": a wish for what stands right before, if the clause ends there. */
  help: 1 << 27,
  /** Liked best among several: no wish where another is said to do as well. */
  leaning: 1 << 28,
  /** Not part of the work: the whole clause before. */
  outside: 1 << 29,
} as const;
