import type { CORSRule, PutBucketCorsRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { bucketNeed, bucketOf, type Nothing } from '../access.ts';
import { invalidRequest, malformedXml } from '../errors.ts';
import type { S3State } from '../state.ts';
import { chargeWrite } from '../storage-bill.ts';

const METHODS = ['GET', 'PUT', 'POST', 'DELETE', 'HEAD'];
const MOST_RULES = 100;

export const putBucketCors = operation<S3State, PutBucketCorsRequest, Nothing>({
  fidelity: 'shape-only',
  differs: 'Rules are kept and answered; browsers cannot reach the sandbox, so no rule is ever applied.',
  needs: (input, call) => bucketNeed(call, input, 's3:PutBucketCORS'),
  handle: (input, call) => {
    const bucket = bucketOf(call, input);
    const rules = input.CORSConfiguration?.CORSRules ?? [];
    if (rules.length === 0 || rules.length > MOST_RULES) throw malformedXml();
    for (const rule of rules) checkRule(rule);
    bucket.cors = rules;
    chargeWrite(call);
    return {};
  },
});

function checkRule({ AllowedMethods: methods = [], AllowedOrigins: origins = [] }: CORSRule): void {
  if (methods.length === 0 || origins.length === 0) throw malformedXml();
  const unknown = methods.find((method) => !METHODS.includes(method));
  if (unknown !== undefined) {
    throw invalidRequest(`Found unsupported HTTP method in CORS config. Unsupported method is ${unknown}`);
  }
  const wide = origins.find((origin) => origin.split('*').length > 2);
  if (wide !== undefined) throw invalidRequest(`AllowedOrigin "${wide}" can not have more than one wildcard.`);
}
