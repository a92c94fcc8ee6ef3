import type { Member, Shape, StructureShape } from '../schema/shape.ts';

type Bound = readonly (readonly [Member, string])[];

/** Where each member of a structure travels in HTTP, worked out once per shape. */
export interface Bindings {
  readonly labels: readonly Member[];
  readonly queries: Bound;
  readonly queryParams: Member | undefined;
  /** Header names in lower case. */
  readonly headers: Bound;
  readonly prefixHeaders: Bound;
  readonly payload: Member | undefined;
  readonly responseCode: Member | undefined;
  /** The members that are left, as a structure of their own: the document in the body. */
  readonly document: StructureShape;
}

const cache = new WeakMap<StructureShape, Bindings>();

export function bindingsOf(shape: StructureShape): Bindings {
  const known = cache.get(shape);
  if (known) return known;
  const bindings = bind(shape);
  cache.set(shape, bindings);
  return bindings;
}

function bind(shape: StructureShape): Bindings {
  const { members } = shape;
  const bodyMembers = members.filter((member) => !isBound(member));
  return {
    labels: members.filter(({ traits }) => traits.httpLabel),
    queries: boundBy(members, ({ traits }) => traits.httpQuery),
    queryParams: members.find(({ traits }) => traits.httpQueryParams),
    headers: boundBy(members, ({ traits }) => traits.httpHeader?.toLowerCase()),
    prefixHeaders: boundBy(members, ({ traits }) => traits.httpPrefixHeaders?.toLowerCase()),
    payload: members.find(({ traits }) => traits.httpPayload),
    responseCode: members.find(({ traits }) => traits.httpResponseCode),
    document:
      bodyMembers.length === members.length
        ? shape
        : {
            ...structureFields(shape),
            members: bodyMembers,
            memberByName: new Map(bodyMembers.map((m) => [m.name, m])),
          },
  };
}

/** A copy field by field: shapes are class instances with getters, which a spread would lose. */
function structureFields({ name, isUnion, xmlName, xmlNamespace, error }: StructureShape) {
  return { kind: 'structure', name, isUnion, xmlName, xmlNamespace, error } as const;
}

function boundBy(members: readonly Member[], place: (member: Member) => string | undefined): Bound {
  return members.flatMap((member) => {
    const name = place(member);
    return name === undefined ? [] : [[member, name] as const];
  });
}

function isBound({ traits }: Member): boolean {
  return (
    traits.httpLabel === true ||
    traits.httpQuery !== undefined ||
    traits.httpQueryParams === true ||
    traits.httpHeader !== undefined ||
    traits.httpPrefixHeaders !== undefined ||
    traits.httpPayload === true ||
    traits.httpResponseCode === true
  );
}

/** The member that is a stream of events, if the structure has one. */
export function eventStreamMember(shape: Shape): Member | undefined {
  if (shape.kind !== 'structure') return undefined;
  const known = eventStreams.get(shape);
  if (known !== undefined) return known ?? undefined;
  const found = shape.members.find(({ traits, shape: target }) => {
    return traits.streaming === true && target.kind === 'structure';
  });
  eventStreams.set(shape, found ?? null);
  return found;
}

const eventStreams = new WeakMap<StructureShape, Member | null>();
