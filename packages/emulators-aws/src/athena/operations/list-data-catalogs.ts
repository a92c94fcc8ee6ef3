import type { ListDataCatalogsOutput } from '@aws-sdk/client-athena';
import { operation } from '@cairn/emulator-kit';
import type { AthenaState } from '../state.ts';
import { CATALOG } from '../work-groups.ts';

export const listDataCatalogs = operation<AthenaState, object, ListDataCatalogsOutput>({
  fidelity: 'real',
  needs: () => ({ action: 'athena:ListDataCatalogs', resource: '*' }),
  handle: () => ({ DataCatalogsSummary: [{ CatalogName: CATALOG, Type: 'GLUE' }] }),
});
