import type { OperationModel, ServiceModel, Shape, StructureShape } from '@cairn/emulator-kit/schema';
import { base64Of } from '../command/base64.ts';
import { membersInOrder } from '../data/describe.ts';
import { Decimal, type Plain } from './plain.ts';

/** IAM's policies travel as texts; the AWS CLI shows them as JSON. */
const POLICIES: ReadonlySet<string> = new Set(['AssumeRolePolicyDocument', 'PolicyDocument', 'Document']);

/** An SDK client's answer as the AWS CLI shows it: members in the model's order, dates and bytes as texts. */
export function plainAnswer({ output, service, isOutputUnwrapped }: OperationModel, answer: unknown): Plain {
  if (output.kind !== 'structure') return {};
  const plain = structure(service, output, answer);
  if (!isOutputUnwrapped || typeof plain !== 'object') return plain;
  const [only] = output.members; // GetBucketLocation says null for us-east-1
  return only ? { [only.name]: null, ...plain } : plain;
}

function structure(model: ServiceModel, shape: StructureShape, value: unknown): Plain {
  if (typeof value !== 'object' || value === null) return null;
  const given = new Map(Object.entries(value));
  if (shape.isUnion && given.has('$unknown')) return {};
  const entries = membersInOrder(model, shape).flatMap((member): [string, Plain][] => {
    const one = given.get(member.name);
    if (one === undefined) return [];
    const isPolicy = model.id === 'IAM' && POLICIES.has(member.name) && typeof one === 'string';
    return [[member.name, isPolicy ? policy(one) : plainOf(model, member.shape, one)]];
  });
  return Object.fromEntries(entries);
}

function plainOf(model: ServiceModel, shape: Shape, value: unknown): Plain {
  if (value === null || value === undefined) return null;
  switch (shape.kind) {
    case 'structure':
      return structure(model, shape, value);
    case 'list':
      return Array.isArray(value) ? value.map((one) => plainOf(model, shape.member, one)) : [];
    case 'map':
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plainOf(model, shape.value, one)]));
    case 'timestamp':
      return value instanceof Date ? isoText(value) : String(value);
    case 'number':
      return shape.integer === false && Number.isInteger(value) ? new Decimal(Number(value)) : Number(value);
    case 'boolean':
      return Boolean(value);
    case 'blob':
      return value instanceof Uint8Array ? base64Of(value) : String(value);
    case 'string':
      return String(value);
    case 'document':
    case 'unit':
      return JSON.parse(JSON.stringify(value));
  }
}

/** As Python's `isoformat`: `2026-11-21T10:00:00.123000+00:00`, without the fraction where it is zero. */
export function isoText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const [seconds = '', fraction = ''] = date.toISOString().slice(0, -1).split('.');
  return `${seconds}${fraction === '000' || fraction === '' ? '' : `.${fraction}000`}+00:00`;
}

function policy(text: string): Plain {
  try {
    return JSON.parse(decodeURIComponent(text));
  } catch {
    return text;
  }
}
