/** The parts of `arn:aws:sqs:us-east-1:111122223333:name`; the resource may hold colons. */
export interface Arn {
  readonly service: string;
  readonly region: string;
  readonly accountId: string;
  readonly resource: string;
}

const ARN = /^arn:aws[a-z-]*:([a-z0-9-]+):([a-z0-9-]*):(\d{12})?:(.+)$/s;

/** Undefined when the text is no ARN. */
export function parseArn(text: string): Arn | undefined {
  const [, service, region = '', accountId = '', resource] = ARN.exec(text) ?? [];
  return service === undefined || resource === undefined ? undefined : { service, region, accountId, resource };
}
