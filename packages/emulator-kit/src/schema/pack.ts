import type { Constraint, MemberTraits, Protocol, XmlNamespace } from './shape.ts';

/**
 * The model of one service as compact JSON: what `npm run packs` writes and `loadPack` reads.
 *
 * Shapes stand in one array and name one another by index, since they form circles. A reference below zero is a
 * primitive without constraints: `PRIMITIVES[-1 - reference]`. An absent part is 0.
 */
export interface ServicePack {
  readonly format: 1;
  /** Package and version that the schemas are from. */
  readonly client: string;
  /** Source and version of lengths, ranges, patterns and enumerations. */
  readonly constraints: string;
  readonly id: string;
  readonly signingName: string;
  readonly namespace: string;
  readonly version: string;
  readonly protocol: Protocol;
  readonly xmlNamespace: string | null;
  readonly targetPrefix: string | null;
  readonly isQueryCompatible: boolean;
  readonly errors: readonly number[];
  readonly operations: readonly PackOperation[];
  readonly shapes: readonly PackShape[];
}

/** In the order of the references; `tools/packs/schemas.mjs` holds the same list. */
export const PRIMITIVES = [
  'unit',
  'string',
  'integer',
  'float',
  'number',
  'boolean',
  'blob',
  'streaming-blob',
  'timestamp',
  'date-time',
  'http-date',
  'epoch-seconds',
  'document',
] as const;

export type Primitive = (typeof PRIMITIVES)[number];

export type PackOperation = readonly [
  name: string,
  input: number,
  output: number,
  http: readonly [method: string, uri: string, status: number] | 0,
  extra: { readonly hostPrefix?: string; readonly isOutputUnwrapped?: true } | 0,
  /** Positions in `errors` of what the operation may throw. */
  errors: readonly number[],
];

export type PackShape = PackPrimitive | PackList | PackMap | PackStructure;

export type PackPrimitive = readonly ['p', primitive: number, constraint: Constraint | 0, mediaType?: string];

export type PackList = readonly ['l', member: number, traits: MemberTraits | 0, sparse: 0 | 1, Constraint | 0];

export type PackMap = readonly [
  'm',
  key: number,
  keyTraits: MemberTraits | 0,
  value: number,
  valueTraits: MemberTraits | 0,
  sparse: 0 | 1,
  constraint: Constraint | 0,
];

/** A structure, a union or an error. */
export type PackStructure = readonly [
  's' | 'u' | 'e',
  name: string,
  members: readonly PackMember[],
  traits: PackStructureTraits | 0,
];

export type PackMember = readonly [name: string, shape: number, required: 0 | 1, traits: MemberTraits | 0];

export interface PackStructureTraits {
  readonly xmlName?: string;
  readonly xmlNamespace?: XmlNamespace;
  readonly fault?: 'client' | 'server';
  readonly httpStatus?: number;
  readonly queryCode?: string;
  readonly queryStatus?: number;
}
