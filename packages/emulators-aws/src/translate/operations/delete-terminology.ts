import type { DeleteTerminologyRequest } from '@aws-sdk/client-translate';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { onTerminology } from '../needs.ts';
import type { TranslateState } from '../state.ts';
import { getTerminology } from '../terminology.ts';

export const deleteTerminology = operation<TranslateState, Sent<DeleteTerminologyRequest>, Record<string, never>>({
  fidelity: 'real',
  needs: onTerminology('DeleteTerminology'),
  handle: ({ Name: name }, call) => {
    call.state.terminologies.delete(getTerminology(call, name).name);
    return {};
  },
});
