import type { ListDatasetsRequest, ListDatasetsResponse } from '@aws-sdk/client-databrew';
import { operation } from '@cairn/emulator-kit';
import { page, tokenMember } from '../entries.ts';
import type { DataBrewState } from '../state.ts';

export const listDatasets = operation<DataBrewState, ListDatasetsRequest, ListDatasetsResponse>({
  fidelity: 'real',
  needs: () => ({ action: 'databrew:ListDatasets', resource: '*' }),
  handle: (input, { state }) => {
    const { items, nextToken } = page(state.datasets.values(), ({ Name }) => Name ?? '', input);
    return { Datasets: [...items], ...tokenMember(nextToken) };
  },
});
