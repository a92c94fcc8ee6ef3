import type { ImportTerminologyRequest, ImportTerminologyResponse } from '@aws-sdk/client-translate';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { invalidParameter, limitExceeded } from '../errors.ts';
import { onTerminology } from '../needs.ts';
import type { Terminology, TranslateState } from '../state.ts';
import { describeTerminology } from '../terminology.ts';
import { readTerminology } from '../terminology-file.ts';

/** From memory. */
const MOST_TERMINOLOGIES = 100;

export const importTerminology = operation<TranslateState, Sent<ImportTerminologyRequest>, ImportTerminologyResponse>({
  fidelity: 'simplified',
  differs: 'Usable at once; a key is remembered and not used, tags are refused.',
  needs: onTerminology('ImportTerminology'),
  handle: (input, call) => {
    const { Name: name, TerminologyData: data, EncryptionKey: encryptionKey } = input;
    if ((input.Tags ?? []).length > 0) throw invalidParameter('Tags are not supported in this sandbox.');
    const file = data.File ?? new Uint8Array();
    const format = data.Format ?? 'CSV';
    const table = readTerminology(new TextDecoder().decode(file), format);
    const before = call.state.terminologies.get(name);
    if (!before && call.state.terminologies.size >= MOST_TERMINOLOGIES) {
      throw limitExceeded(`The account has ${MOST_TERMINOLOGIES} terminologies: delete one first.`);
    }
    const terminology: Terminology = {
      ...table,
      name,
      format,
      arn: call.arn(`terminology/${name}/LATEST`),
      description: input.Description,
      directionality: data.Directionality,
      encryptionKey,
      sizeBytes: file.length,
      createdAt: before?.createdAt ?? call.now(),
      updatedAt: call.now(),
    };
    call.state.terminologies.set(name, terminology);
    return { TerminologyProperties: describeTerminology(terminology) };
  },
});
