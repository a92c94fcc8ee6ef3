import type { CreateDatasetRequest, CreateDatasetResponse } from '@aws-sdk/client-databrew';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { conflict, notSupported, validation } from '../errors.ts';
import type { DataBrewState } from '../state.ts';

export const createDataset = operation<DataBrewState, Sent<CreateDatasetRequest>, CreateDatasetResponse>({
  fidelity: 'simplified',
  differs: 'CSV, JSON and Parquet in S3, and tables of the data catalog.',
  needs: () => ({ action: 'databrew:CreateDataset', resource: '*' }),
  handle: (input, call) => {
    const {
      S3InputDefinition: s3,
      DataCatalogInputDefinition: catalog,
      DatabaseInputDefinition: database,
    } = input.Input;
    if (database) throw notSupported('A dataset from a database');
    if (input.Format === 'EXCEL' || input.Format === 'ORC') throw notSupported(`The input format ${input.Format}`);
    if (input.PathOptions) throw notSupported('PathOptions of a dataset');
    if ((s3 === undefined) === (catalog === undefined))
      throw validation('Give either S3InputDefinition or DataCatalogInputDefinition.');
    if (call.state.datasets.has(input.Name)) throw conflict('dataset', input.Name);
    call.state.datasets.set(input.Name, {
      ...input,
      AccountId: call.accountId,
      CreatedBy: call.principal.arn,
      CreateDate: call.date(),
      LastModifiedBy: call.principal.arn,
      LastModifiedDate: call.date(),
      Source: s3 ? 'S3' : 'DATA-CATALOG',
      ResourceArn: call.arn(`dataset/${input.Name}`),
    });
    return { Name: input.Name };
  },
});
