import type { ItemParameters } from '../items/item-parameters.ts';

/** A question that an official form could ask, as our bank knows it. */
export type PoolItem = {
  readonly parameters: ItemParameters;
  /** Points that a perfect answer earns: 1 where a question counts as a whole. Default 1. */
  readonly points?: number;
};

export type BlueprintDomain = {
  readonly domain: number;
  /** Relative: the domain's share of the questions that count. */
  readonly weight: number;
  /** What its questions are like; empty: like those of the other domains. */
  readonly pool: readonly PoolItem[];
};

/** What a new form of the official length is like. Unscored questions are left out: they change no result. */
export type FormBlueprint = {
  /** Questions that count. */
  readonly scored: number;
  /** Exactly the domains of the state, in its order. */
  readonly domains: readonly BlueprintDomain[];
};
