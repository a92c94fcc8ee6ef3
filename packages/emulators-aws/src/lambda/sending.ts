import type { Principal } from '@cairn/emulator-kit';
import type { LambdaCall } from './state.ts';

/** Sends a text to a queue or topic of the account. */
export async function sendTo(
  call: LambdaCall,
  arn: string,
  text: string,
  principal: Principal,
  extra: object = {},
): Promise<void> {
  const [, , service, , account, name] = arn.split(':');
  if (service === 'sqs') {
    const input = { QueueUrl: `${call.endpoint}/${account}/${name}`, MessageBody: text, ...extra };
    await call.invoke('sqs', 'SendMessage', input, principal);
  } else await call.invoke('sns', 'Publish', { TopicArn: arn, Message: text, ...extra }, principal);
}
