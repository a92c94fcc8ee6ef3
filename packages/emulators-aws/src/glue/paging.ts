import { type NamedPage, namedPage } from '../messaging/page-token.ts';
import { invalidInput } from './errors.ts';

interface Paged {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}

const PAGE_SIZE = 100;

/** One page in the order of names. Throws InvalidInputException for a token of another making. */
export const page = <Item>(
  all: Iterable<Item>,
  nameOf: (item: Item) => string,
  { NextToken: token, MaxResults: limit = PAGE_SIZE }: Paged,
): NamedPage<Item> =>
  namedPage(all, nameOf, { token: token || undefined, limit }, () => invalidInput('Invalid NextToken'));

export const tokenMember = (nextToken: string | undefined): { NextToken?: string } =>
  nextToken === undefined ? {} : { NextToken: nextToken };
