import type { Strength } from '../posting.ts';
import { ID_LIMIT, plainLine } from './excerpt.ts';
import type { HeatMap, NameCount } from './survey.ts';

const POSTINGS = 40;
const NAMES = 30;
const TITLE_LIMIT = 100;

type Sampled = {
  readonly id: string;
  readonly order: number;
  readonly title?: string | undefined;
  readonly demands: ReadonlyMap<string, Strength>;
};

const byOrder = (a: Pick<Sampled, 'id' | 'order'>, b: Pick<Sampled, 'id' | 'order'>) =>
  a.order - b.order || (a.id < b.id ? -1 : Number(a.id > b.id));

/** Forty postings, those with the smallest hashes of their ids: the same ones in whatever order they come. */
export class HeatSample {
  #sampled: Sampled[] = [];

  /** @param demands is asked only for a posting that enters the sample */
  add(posting: Omit<Sampled, 'demands'>, demands: () => ReadonlyMap<string, Strength>): void {
    const last = this.#sampled[POSTINGS - 1];
    if (last && byOrder(last, posting) <= 0) return;
    this.#sampled = [...this.#sampled, { ...posting, demands: demands() }].sort(byOrder).slice(0, POSTINGS);
  }

  map(names: readonly NameCount[]): HeatMap {
    const asked = names.filter(({ postings }) => postings > 0);
    const columns = asked.slice(0, NAMES).map(({ id, canonical }) => ({ id, canonical }));
    const postings = this.#sampled.map(({ id, title, demands }) => ({
      id: plainLine(id, ID_LIMIT),
      ...(title === undefined ? {} : { title: plainLine(title, TITLE_LIMIT) }),
      cells: columns.map((name) => demands.get(name.id) ?? null),
    }));
    return { names: columns, postings };
  }
}
