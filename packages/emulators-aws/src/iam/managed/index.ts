import { seededRng } from '@cairn/kernel';
import type { ManagedPolicy } from '../state.ts';
import { MANAGED_DOCUMENTS, type ManagedDocument } from './documents.ts';

const ID_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** AWS's own ids are not published: this one has their form and is always the same for a name. */
function idOf(name: string): string {
  const rng = seededRng(`managed-policy:${name}`);
  return `ANPA${Array.from({ length: 17 }, () => ID_LETTERS[rng.below(ID_LETTERS.length)]).join('')}`;
}

function policyOf(source: ManagedDocument): ManagedPolicy {
  const { name, path, description, versionId, versionCreatedAt, document } = source;
  const createdAt = new Date(versionCreatedAt);
  const version = { id: versionId, document: JSON.stringify(document, undefined, 4), createdAt };
  return {
    name,
    path,
    arn: `arn:aws:iam::aws:policy${path}${name}`,
    id: idOf(name),
    description,
    createdAt,
    updatedAt: createdAt,
    defaultVersionId: versionId,
    versionsMade: Number(versionId.slice(1)),
    versions: new Map([[versionId, version]]),
    tags: new Map(),
  };
}

let byArn: ReadonlyMap<string, ManagedPolicy> | undefined;

function policies(): ReadonlyMap<string, ManagedPolicy> {
  byArn ??= new Map(MANAGED_DOCUMENTS.map(policyOf).map((policy) => [policy.arn, policy]));
  return byArn;
}

/** The managed policies of AWS that labs use, the same objects for every account: nobody may change them. */
export function listAwsManagedPolicies(): readonly ManagedPolicy[] {
  return [...policies().values()];
}

/** `arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess`, `arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole`, … */
export function findAwsManagedPolicy(arn: string): ManagedPolicy | undefined {
  return policies().get(arn);
}
