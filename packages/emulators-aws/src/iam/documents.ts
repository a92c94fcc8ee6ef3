import {
  type ParsedPolicy,
  POLICY_CHARACTER_LIMITS,
  type Policy,
  type PolicyKind,
  parsePolicy,
} from './engine/index.ts';
import { limitExceeded, malformed } from './errors.ts';

/** Parsed documents kept, most recently used last; parsing and compiling cost far more than deciding. */
const KEPT_DOCUMENTS = 500;
/** What the API takes at all. Each place has a lower limit of its own, which `checkDocument` knows. */
const LONGEST_DOCUMENT = 131_072;
const parsed = new Map<string, ParsedPolicy>();

function parseOnce(document: string, kind: PolicyKind): ParsedPolicy {
  const key = `${kind}\n${document}`;
  const policy = parsed.get(key) ?? parsePolicy(document, kind, { maxCharacters: LONGEST_DOCUMENT });
  parsed.delete(key); // to put it last
  parsed.set(key, policy);
  const [oldest] = parsed.keys();
  if (parsed.size > KEPT_DOCUMENTS && oldest !== undefined) parsed.delete(oldest);
  return policy;
}

/** A document that is in force; undefined when it is malformed, which then grants nothing. */
export function findDocument(document: string, kind: PolicyKind): Policy | undefined {
  const result = parseOnce(document, kind);
  return result.outcome === 'policy' ? result.policy : undefined;
}

interface SizeLimit {
  readonly characters: number;
  /** What IAM says when there are more. */
  readonly message: string;
}

function quotaOf(kind: PolicyKind): SizeLimit {
  const characters = POLICY_CHARACTER_LIMITS[kind];
  const quota = kind === 'trust' ? 'ACLSizePerRole' : 'PolicySize';
  return { characters, message: `Cannot exceed quota for ${quota}: ${characters}` };
}

/**
 * A document that somebody hands in.
 *
 * @throws ServiceError MalformedPolicyDocument or LimitExceeded: IAM's sentence, then what is wrong and where
 */
export function checkDocument(document: string, kind: PolicyKind, limit: SizeLimit = quotaOf(kind)): Policy {
  if (documentSize(document) > limit.characters) throw limitExceeded(limit.message);
  const result = parseOnce(document, kind);
  if (result.outcome === 'policy') return result.policy;
  const [fault] = result.faults;
  if (!fault) throw new RangeError('a policy was refused without a fault');
  const stop = fault.awsMessage.endsWith('.') ? '' : '.';
  const detail = fault.message === fault.awsMessage ? '' : `${stop} ${fault.path}: ${fault.message}`;
  const refuse = fault.code === 'LimitExceeded' ? limitExceeded : malformed;
  throw refuse(fault.awsMessage + detail);
}

/** Characters that count against IAM's size quotas: all but white space. */
export const documentSize = (document: string): number => document.replace(/\s/g, '').length;
