/** A part of a policy, with what people ask that it, and no other part, answers. */
export interface Section {
  readonly heading: string;
  /** Three sentences or so: a rule, and the conditions that change it. */
  readonly text: string;
  readonly asked: readonly Asked[];
}

interface Asked {
  readonly question: string;
  /** Words of the text that a right answer must hold. */
  readonly answer: string;
}

export interface Policy {
  readonly id: string;
  readonly title: string;
  readonly sections: readonly Section[];
}
