import type { PutTargetsRequest, PutTargetsResponse, PutTargetsResultEntry, Target } from '@aws-sdk/client-eventbridge';
import { operation, ServiceError } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { busNameOf, getRule, ruleNeed } from '../buses.ts';
import type { EventsCall, EventsState, Rule } from '../state.ts';
import { checkTarget } from '../targets.ts';

const MAX_TARGETS = 5;

type SentTarget = Target & { readonly Id: string; readonly Arn: string };
type Input = Omit<Sent<PutTargetsRequest>, 'Targets'> & { readonly Targets: readonly SentTarget[] };

export const putTargets = operation<EventsState, Input, PutTargetsResponse>({
  fidelity: 'simplified',
  differs:
    'Targets are Lambda, SQS, SNS, Kinesis, Firehose, Step Functions, SageMaker pipelines, log groups and event buses of the account; a delivery that fails is not tried again. Log groups need no resource policy.',
  needs: ({ Rule: rule, EventBusName: bus, Targets: targets }, call) =>
    ruleNeed(call, 'PutTargets', rule, busNameOf(bus), { 'events:TargetArn': targets.map(({ Arn }) => Arn) }),
  handle: (input, call) => {
    const rule = getRule(call, input.Rule, input.EventBusName);
    for (const target of input.Targets) checkTarget(call, target);
    const failed = input.Targets.flatMap((target) => put(call, rule, target));
    return { FailedEntryCount: failed.length, FailedEntries: failed };
  },
});

function put(call: EventsCall, { targets }: Rule, target: SentTarget): readonly PutTargetsResultEntry[] {
  if (!targets.has(target.Id) && targets.size >= MAX_TARGETS) {
    const message = 'The requested resource exceeds the maximum number allowed.';
    return [{ TargetId: target.Id, ErrorCode: 'LimitExceededException', ErrorMessage: message }];
  }
  try {
    passRole(call, target);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return [{ TargetId: target.Id, ErrorCode: error.code, ErrorMessage: error.message }];
  }
  targets.set(target.Id, target);
  return [];
}

function passRole(call: EventsCall, { RoleArn: role }: SentTarget): void {
  if (role === undefined) return;
  const context = { 'iam:PassedToService': 'events.amazonaws.com' };
  call.demand({ action: 'iam:PassRole', resource: role, context });
}
