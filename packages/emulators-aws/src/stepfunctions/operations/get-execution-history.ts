import type { GetExecutionHistoryInput, GetExecutionHistoryOutput, HistoryEvent } from '@aws-sdk/client-sfn';
import { operation } from '@cairn/emulator-kit';
import { executionNeed, getExecution } from '../executions.ts';
import { numberedPage } from '../paging.ts';
import type { StepFunctionsState } from '../state.ts';

/** Members of details that hold what was worked on. */
const DATA = ['input', 'output', 'parameters', 'inputDetails', 'outputDetails'];

export const getExecutionHistory = operation<StepFunctionsState, GetExecutionHistoryInput, GetExecutionHistoryOutput>({
  fidelity: 'real',
  needs: (input) => executionNeed('GetExecutionHistory', input.executionArn),
  handle: (input, call) => {
    const { events } = getExecution(call, input.executionArn);
    const { items, next } = numberedPage(input.reverseOrder ? events.toReversed() : events, input);
    return { events: input.includeExecutionData === false ? items.map(withoutData) : [...items], ...next };
  },
});

function withoutData(event: HistoryEvent): HistoryEvent {
  const entries = Object.entries(event).map(([name, value]) => [
    name,
    name.endsWith('Details') ? stripped(value) : value,
  ]);
  return Object.fromEntries(entries) as HistoryEvent; // the same members, with less in them
}

const stripped = (details: object): object =>
  Object.fromEntries(Object.entries(details).filter(([name]) => !DATA.includes(name)));
