import type { ValidateStateMachineDefinitionInput, ValidateStateMachineDefinitionOutput } from '@aws-sdk/client-sfn';
import { operation } from '@cairn/emulator-kit';
import { checkDefinition } from '../language/check.ts';
import type { StepFunctionsState } from '../state.ts';

const DEFAULT_RESULTS = 100;

export const validateStateMachineDefinition = operation<
  StepFunctionsState,
  ValidateStateMachineDefinitionInput,
  ValidateStateMachineDefinitionOutput
>({
  fidelity: 'simplified',
  differs: 'Errors only, no warnings; the wording of messages is our own.',
  handle: ({ definition = '', maxResults }) => {
    const { problems } = checkDefinition(definition);
    const shown = problems.slice(0, maxResults || DEFAULT_RESULTS);
    return {
      result: problems.length === 0 ? 'OK' : 'FAIL',
      diagnostics: shown.map((problem) => ({ severity: 'ERROR', ...problem })),
      truncated: shown.length < problems.length,
    };
  },
});
