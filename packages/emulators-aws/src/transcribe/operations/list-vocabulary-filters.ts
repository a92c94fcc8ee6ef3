import type { ListVocabularyFiltersRequest, ListVocabularyFiltersResponse } from '@aws-sdk/client-transcribe';
import { operation } from '@cairn/emulator-kit';
import { namedPage } from '../../messaging/page-token.ts';
import { badRequest } from '../errors.ts';
import { describeFilter } from '../filters.ts';
import type { TranscribeState } from '../state.ts';

const DEFAULT_LIMIT = 5;

export const listVocabularyFilters = operation<
  TranscribeState,
  ListVocabularyFiltersRequest,
  ListVocabularyFiltersResponse
>({
  fidelity: 'real',
  handle: ({ NameContains: part = '', NextToken: token, MaxResults: limit = DEFAULT_LIMIT }, { state }) => {
    const wanted = [...state.filters.values()].filter(({ name }) => name.toLowerCase().includes(part.toLowerCase()));
    const refuse = () => badRequest('The NextToken is not one that this operation gave out.');
    const { items, nextToken } = namedPage(wanted, ({ name }) => name, { token, limit }, refuse);
    return {
      VocabularyFilters: items.map(describeFilter),
      ...(nextToken === undefined ? {} : { NextToken: nextToken }),
    };
  },
});
