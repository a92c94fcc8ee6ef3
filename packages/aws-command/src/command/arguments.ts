import type { Member, OperationModel } from '@cairn/emulator-kit/schema';
import { findPages, membersInOrder, type Pages } from '../data/describe.ts';
import type { Argument } from './argument.ts';
import { hoistedArguments, RENAMED } from './special-arguments.ts';
import { dashed } from './spelling.ts';

/**
 * All arguments of an operation, by option, in the order of the model.
 *
 * @param isPaginated whether lists go on by themselves: their own limits then give way to `--max-items`
 */
export function argumentsOf(operation: OperationModel, isPaginated = true): ReadonlyMap<string, Argument> {
  const table = new Map<string, Argument>();
  const add = (argument: Argument) => table.set(argument.option, argument);
  for (const member of inputMembers(operation)) for (const one of memberArguments(operation, member)) add(one);
  for (const one of hoistedArguments(operation)) add(one);
  const pages = isPaginated ? findPages(operation.service, operation.name) : undefined;
  if (pages) for (const one of pageArguments(pages)) add(one);
  const body = bodyMember(operation);
  if (body !== undefined) {
    add({ option: 'outfile', takes: 'position', isRequired: true, meaning: { kind: 'outfile', member: body } });
  } else {
    for (const kind of ['input-json', 'input-yaml'] as const) {
      add({ option: `--cli-${kind}`, takes: 'one', isRequired: false, meaning: { kind } });
    }
  }
  add({ option: '--generate-cli-skeleton', takes: 'one', isRequired: false, meaning: { kind: 'skeleton' } });
  return table;
}

export function inputMembers({ input, service }: OperationModel): readonly Member[] {
  return input.kind === 'structure' ? membersInOrder(service, input) : [];
}

/** The member of an answer that goes to a file: bytes that are the whole HTTP body. */
export function bodyMember({ output }: OperationModel): string | undefined {
  if (output.kind !== 'structure') return undefined;
  return output.members.find(({ traits, shape }) => shape.kind === 'blob' && traits.httpPayload)?.name;
}

/** Answers that come as a stream of events: the AWS CLI has no commands for these. */
export function isEventStream({ input, output }: OperationModel): boolean {
  return [input, output].some(
    (shape) =>
      shape.kind === 'structure' &&
      shape.members.some(({ traits, shape: of }) => traits.streaming && of.kind === 'structure'),
  );
}

function memberArguments(operation: OperationModel, { name, shape, isRequired, traits }: Member): Argument[] {
  const plain = dashed(name);
  const named = RENAMED[`${operation.service.id}.${operation.name}.${name}`] ?? plain;
  if (shape.kind === 'boolean') {
    const flag = (option: string, value: boolean): Argument => ({
      option,
      takes: 'nothing',
      isRequired: false,
      meaning: { kind: 'flag', member: name, value },
    });
    return [flag(`--${named}`, true), flag(`--no-${named}`, false)];
  }
  return [
    {
      option: `--${named}`,
      takes: shape.kind === 'list' ? 'many' : 'one',
      isRequired: isRequired && !traits.idempotencyToken,
      meaning: { kind: 'member', member: name, shape },
    },
  ];
}

function pageArguments({ limit }: Pages): Argument[] {
  const page = (option: string, part: 'startingToken' | 'pageSize' | 'maxItems'): Argument => ({
    option,
    takes: 'one',
    isRequired: false,
    meaning: { kind: 'page', part },
  });
  return [
    page('--starting-token', 'startingToken'),
    ...(limit === undefined ? [] : [page('--page-size', 'pageSize')]),
    page('--max-items', 'maxItems'),
  ];
}
