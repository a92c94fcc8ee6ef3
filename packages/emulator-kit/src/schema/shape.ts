/**
 * The shapes of a cloud's messages, as Smithy models them. Readers and writers of every protocol walk these; no
 * operation has wire code of its own.
 */
export type Shape =
  | StructureShape
  | ListShape
  | MapShape
  | { readonly kind: 'string'; readonly mediaType: string | undefined; readonly constraint: Constraint | undefined }
  | { readonly kind: 'number'; readonly integer: boolean | undefined; readonly constraint: Constraint | undefined }
  | { readonly kind: 'boolean' | 'document' | 'unit' }
  | { readonly kind: 'blob'; readonly streaming: boolean; readonly constraint: Constraint | undefined }
  | { readonly kind: 'timestamp'; readonly format: TimestampFormat | undefined };

export type TimestampFormat = 'date-time' | 'http-date' | 'epoch-seconds';

/** What the model demands of a value beyond its kind. Lengths in characters, bytes or entries. */
export interface Constraint {
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly values?: readonly string[];
}

export interface StructureShape {
  readonly kind: 'structure';
  readonly name: string;
  readonly isUnion: boolean;
  readonly members: readonly Member[];
  readonly memberByName: ReadonlyMap<string, Member>;
  readonly xmlName: string | undefined;
  readonly xmlNamespace: XmlNamespace | undefined;
  /** Present on error shapes. */
  readonly error: ErrorTraits | undefined;
}

export interface ListShape {
  readonly kind: 'list';
  readonly member: Shape;
  readonly memberTraits: MemberTraits;
  readonly sparse: boolean;
  readonly constraint: Constraint | undefined;
}

export interface MapShape {
  readonly kind: 'map';
  readonly key: Shape;
  readonly keyTraits: MemberTraits;
  readonly value: Shape;
  readonly valueTraits: MemberTraits;
  readonly sparse: boolean;
  readonly constraint: Constraint | undefined;
}

export interface Member {
  readonly name: string;
  readonly isRequired: boolean;
  /** Resolved on first use: shapes refer to one another in circles. */
  readonly shape: Shape;
  readonly traits: MemberTraits;
}

/** Where a member is bound in HTTP and how it is spelt in JSON, XML and query strings. */
export interface MemberTraits {
  readonly jsonName?: string;
  readonly xmlName?: string;
  readonly xmlFlattened?: true;
  readonly xmlAttribute?: true;
  readonly xmlNamespace?: XmlNamespace;
  readonly httpLabel?: true;
  readonly httpQuery?: string;
  readonly httpQueryParams?: true;
  readonly httpHeader?: string;
  readonly httpPrefixHeaders?: string;
  readonly httpPayload?: true;
  readonly httpResponseCode?: true;
  readonly eventHeader?: true;
  readonly eventPayload?: true;
  readonly hostLabel?: true;
  readonly idempotencyToken?: true;
  readonly sensitive?: true;
  readonly streaming?: true;
  readonly mediaType?: string;
}

export interface XmlNamespace {
  readonly uri: string;
  readonly prefix?: string;
}

export interface ErrorTraits {
  readonly fault: 'client' | 'server';
  readonly httpStatus: number | undefined;
  /** Code and status of the awsQuery protocol, where they differ from the shape's name. */
  readonly queryCode: string | undefined;
  readonly queryStatus: number | undefined;
}

export type Protocol = 'awsJson1_0' | 'awsJson1_1' | 'restJson1' | 'restXml' | 'awsQuery' | 'rpcv2Cbor';

export interface OperationModel {
  readonly name: string;
  readonly service: ServiceModel;
  readonly input: Shape;
  readonly output: Shape;
  readonly http: { readonly method: string; readonly uri: string; readonly status: number } | undefined;
  /** Host prefix such as `stream-` that clients put before the host unless told not to. */
  readonly hostPrefix: string | undefined;
  /** S3's GetBucketLocation: the output's only member is the root element itself. */
  readonly isOutputUnwrapped: boolean;
  /** Modeled errors of this operation. */
  readonly errors: readonly StructureShape[];
}

export interface ServiceModel {
  /** The SDK's service id, such as `S3` or `SageMaker Runtime`. */
  readonly id: string;
  readonly signingName: string;
  readonly namespace: string;
  readonly version: string;
  readonly protocol: Protocol;
  readonly xmlNamespace: string | undefined;
  /** Before the dot in X-Amz-Target; also the service segment of rpcv2Cbor paths. */
  readonly targetPrefix: string | undefined;
  readonly isQueryCompatible: boolean;
  readonly operations: ReadonlyMap<string, OperationModel>;
  readonly errors: ReadonlyMap<string, StructureShape>;
}
