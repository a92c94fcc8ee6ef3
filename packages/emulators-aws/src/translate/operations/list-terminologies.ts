import type { ListTerminologiesRequest, ListTerminologiesResponse } from '@aws-sdk/client-translate';
import { operation } from '@cairn/emulator-kit';
import { namedPage } from '../../messaging/page-token.ts';
import { invalidParameter } from '../errors.ts';
import type { TranslateState } from '../state.ts';
import { describeTerminology } from '../terminology.ts';

const DEFAULT_LIMIT = 500;

export const listTerminologies = operation<TranslateState, ListTerminologiesRequest, ListTerminologiesResponse>({
  fidelity: 'real',
  handle: ({ NextToken: token, MaxResults: limit = DEFAULT_LIMIT }, { state }) => {
    const all = state.terminologies.values();
    const refuse = () => invalidParameter('The NextToken is not one that this operation gave out.');
    const { items, nextToken } = namedPage(all, ({ name }) => name, { token, limit }, refuse);
    return {
      TerminologyPropertiesList: items.map(describeTerminology),
      ...(nextToken === undefined ? {} : { NextToken: nextToken }),
    };
  },
});
