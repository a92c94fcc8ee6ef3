import { functionNotFound, invalidParameter } from './errors.ts';
import type { LambdaCall } from './state.ts';

/** Which function a request names, and which version or alias of it. */
export interface FunctionName {
  readonly name: string;
  readonly qualifier: string | undefined;
}

const NAME = String.raw`(?<name>[a-zA-Z0-9-_]+)(?::(?<qualifier>\$LATEST|[a-zA-Z0-9-_]+))?`;
const FORMS = [
  new RegExp(`^arn:aws[a-z-]*:lambda:(?<region>[a-z0-9-]+):(?<account>\\d{12}):function:${NAME}$`),
  new RegExp(`^(?<account>\\d{12}):function:${NAME}$`),
  new RegExp(`^(?:function:)?${NAME}$`),
];

/**
 * A function's name in any of Lambda's forms: name, partial ARN, ARN, each with an optional qualifier.
 *
 * @throws ServiceError for another form, a contradicting qualifier, or a function of another account or region
 */
export function functionNameOf(call: LambdaCall, text: string | undefined, qualifier?: string): FunctionName {
  const given = text ?? '';
  const found = FORMS.map((form) => form.exec(given)?.groups).find((groups) => groups !== undefined);
  if (!found?.name) throw invalidParameter(`Value '${given}' at 'functionName' is no function name or ARN.`);
  const { name, account = call.accountId, region = call.region, qualifier: own } = found;
  if (own !== undefined && qualifier !== undefined && own !== qualifier) {
    throw invalidParameter('The derived qualifier from the function name does not match the specified qualifier.');
  }
  if (account !== call.accountId || region !== call.region) throw functionNotFound(given);
  return { name, qualifier: own ?? qualifier };
}

export const functionArn = (call: LambdaCall, { name, qualifier }: FunctionName): string =>
  call.arn(qualifier === undefined ? `function:${name}` : `function:${name}:${qualifier}`);
