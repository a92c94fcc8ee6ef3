import { AWS_MESSAGES, Faults, shown } from './faults.ts';
import { type JsonShape, shapeOfJson } from './json-text.ts';
import type { ParsedPolicy, Policy, PolicyFault, PolicyKind, Statement } from './policy.ts';
import { readStatement } from './read-statement.ts';
import { checkElements, isObject, type JsonObject } from './read-values.ts';

/**
 * Greatest size in characters without white space: IAM's quota for a customer managed policy, for a role's trust
 * policy, for an inline session policy, and so on. Inline policies have quotas of their own: pass `maxCharacters`.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
 */
export const POLICY_CHARACTER_LIMITS: Readonly<Record<PolicyKind, number>> = {
  identity: 6144,
  boundary: 6144,
  session: 2048,
  trust: 2048,
  scp: 5120,
  resource: 20_480,
};

/** Greatest size of all inline policies of one identity together, in characters without white space. */
export const INLINE_CHARACTER_LIMITS = { user: 2048, group: 5120, role: 10_240 } as const;

/** Length that the API accepts of any policy document, white space included. */
const MAX_LENGTH = 131_072;
/** A complete policy nests six deep: document, statements, statement, Condition, operator, values. */
const MAX_DEPTH = 10;
const VERSIONS: readonly unknown[] = ['2008-10-17', '2012-10-17'];
/** IAM and Organizations refuse new policies in the old language; STS and resource policies still take them. */
const NEEDS_CURRENT_VERSION: ReadonlySet<PolicyKind> = new Set<PolicyKind>(['identity', 'boundary', 'scp']);
const LANGUAGE_FLOOR = 'Policy document must be version 2012-10-17 or greater.';

export type ParseOptions = { readonly maxCharacters?: number };

function sizeFault(text: string, maxCharacters: number): PolicyFault | undefined {
  const size = text.length > MAX_LENGTH ? text.length : text.replace(/\s/g, '').length;
  const limit = text.length > MAX_LENGTH ? MAX_LENGTH : maxCharacters;
  if (size <= limit) return undefined;
  return {
    code: 'LimitExceeded',
    path: '$',
    awsMessage: `Cannot exceed quota for PolicySize: ${limit}`,
    message: `The policy has ${size} characters, at most ${limit} are allowed: use wildcards or split it.`,
  };
}

function parseJson(text: string): { readonly value: unknown } | { readonly error: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }; // says where the text stops being JSON
  }
}

function readVersion(document: JsonObject, kind: PolicyKind, faults: Faults): Policy['version'] {
  const { Version: version } = document;
  if (version !== undefined && !VERSIONS.includes(version)) {
    const message = `Version ${shown(version)} is no version of the policy language: write "2012-10-17".`;
    faults.syntax('$.Version', message);
  }
  if (version === '2012-10-17') return version;
  if (NEEDS_CURRENT_VERSION.has(kind)) {
    faults.add('version', '$.Version', LANGUAGE_FLOOR, 'The policy needs "Version": "2012-10-17" at its top.');
  }
  return '2008-10-17';
}

function checkSids(statements: readonly Statement[], faults: Faults): void {
  const seen = new Set<string>();
  statements.forEach(({ sid }, i) => {
    if (sid === undefined) return;
    const path = `$.Statement[${i}].Sid`;
    const awsMessage =
      faults.voice === 'trust'
        ? 'The Statement Ids in the policy are not unique'
        : 'Statement IDs (SID) in a single policy must be unique.';
    if (seen.has(sid)) faults.add('sid', path, awsMessage, `Sid "${sid}" is used twice: give each statement its own.`);
    seen.add(sid);
  });
}

function readStatements(document: JsonObject, shape: JsonShape, kind: PolicyKind, faults: Faults): Statement[] {
  const { Statement: given } = document;
  const isList = Array.isArray(given);
  const list: readonly unknown[] = isList ? given : given === undefined ? [] : [given];
  if (list.length === 0)
    faults.syntax('$.Statement', 'The policy has no statement: add {"Effect": "Allow", "Action": …, "Resource": …}.');
  const statements = list.flatMap((one, i) => {
    const path = isList ? `$.Statement[${i}]` : '$.Statement';
    const span = shape.spans.get(path) ?? { start: 0, end: 0 };
    return readStatement(one, { kind, path, span, faults }) ?? [];
  });
  checkSids(statements, faults);
  return statements;
}

function readDocument(text: string, value: unknown, kind: PolicyKind, faults: Faults): Policy | undefined {
  if (!isObject(value)) {
    faults.add(
      'syntax',
      '$',
      AWS_MESSAGES.invalidJson[faults.voice],
      'A policy is a JSON object: {"Version": …, "Statement": […]}.',
    );
    return undefined;
  }
  const shape = shapeOfJson(text, MAX_DEPTH);
  if (shape.depth > MAX_DEPTH) {
    faults.syntax('$', `The policy nests more than ${MAX_DEPTH} levels deep, which no policy needs.`);
    return undefined;
  }
  for (const path of shape.duplicates)
    faults.syntax(path, `${path.slice(path.lastIndexOf('.') + 1)} is given twice in one object: keep one.`);
  checkElements(value, ['Version', 'Id', 'Statement'], '$', faults);
  const { Id: id } = value;
  if (id !== undefined && typeof id !== 'string') faults.syntax('$.Id', `Id must be a text, found ${shown(id)}.`);
  return {
    kind,
    version: readVersion(value, kind, faults),
    ...(typeof id === 'string' ? { id } : {}),
    statements: readStatements(value, shape, kind, faults),
    text,
    hasSingleStatement: !Array.isArray(value.Statement),
  };
}

/**
 * Reads a policy document and reports every fault in it, the one that AWS would report first.
 *
 * @param json the document as its author wrote it
 * @param kind where it will be attached: that decides which elements it may and must have
 */
export function parsePolicy(json: string, kind: PolicyKind, options: ParseOptions = {}): ParsedPolicy {
  const tooLarge = sizeFault(json, options.maxCharacters ?? POLICY_CHARACTER_LIMITS[kind]);
  if (tooLarge) return { outcome: 'faults', faults: [tooLarge] };
  const faults = new Faults(kind);
  const parsed = parseJson(json);
  if ('error' in parsed) {
    faults.add('syntax', '$', AWS_MESSAGES.invalidJson[faults.voice], `The policy is not valid JSON: ${parsed.error}.`);
    return { outcome: 'faults', faults: faults.sorted() };
  }
  const policy = readDocument(json, parsed.value, kind, faults);
  return policy && faults.isEmpty ? { outcome: 'policy', policy } : { outcome: 'faults', faults: faults.sorted() };
}
