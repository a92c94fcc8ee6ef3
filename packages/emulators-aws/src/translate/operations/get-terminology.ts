import type { GetTerminologyRequest, GetTerminologyResponse } from '@aws-sdk/client-translate';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { onTerminology } from '../needs.ts';
import type { TranslateState } from '../state.ts';
import { describeTerminology, getTerminology as get } from '../terminology.ts';

export const getTerminology = operation<TranslateState, Sent<GetTerminologyRequest>, GetTerminologyResponse>({
  fidelity: 'simplified',
  differs: 'The properties only, without an address to download the file from.',
  needs: onTerminology('GetTerminology'),
  handle: ({ Name: name }, call) => ({ TerminologyProperties: describeTerminology(get(call, name)) }),
});
