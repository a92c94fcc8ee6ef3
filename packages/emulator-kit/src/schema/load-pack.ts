import type {
  PackList,
  PackMap,
  PackMember,
  PackOperation,
  PackPrimitive,
  PackShape,
  PackStructure,
  Primitive,
  ServicePack,
} from './pack.ts';
import { PRIMITIVES } from './pack.ts';
import type {
  Constraint,
  ErrorTraits,
  ListShape,
  MapShape,
  Member,
  MemberTraits,
  OperationModel,
  ServiceModel,
  Shape,
  StructureShape,
} from './shape.ts';

const NO_TRAITS: MemberTraits = Object.freeze({});

/**
 * The model of a service out of its pack. Shapes come to life when they are first looked at: of SageMaker's 404
 * operations a lab uses thirty.
 *
 * @throws RangeError if the pack is of another format than this version reads
 */
export function loadPack(pack: ServicePack): ServiceModel {
  if (pack.format !== 1) throw new RangeError(`pack format ${String(pack.format)} is unknown: run npm run packs`);
  return new PackedService(pack);
}

class PackedService implements ServiceModel {
  readonly id: string;
  readonly signingName: string;
  readonly namespace: string;
  readonly version: string;
  readonly protocol: ServiceModel['protocol'];
  readonly xmlNamespace: string | undefined;
  readonly targetPrefix: string | undefined;
  readonly isQueryCompatible: boolean;
  readonly operations: ReadonlyMap<string, OperationModel>;
  readonly #shapes: ShapeTable;
  #errors: ReadonlyMap<string, StructureShape> | undefined;
  readonly #errorReferences: readonly number[];

  constructor(pack: ServicePack) {
    this.id = pack.id;
    this.signingName = pack.signingName;
    this.namespace = pack.namespace;
    this.version = pack.version;
    this.protocol = pack.protocol;
    this.xmlNamespace = pack.xmlNamespace ?? undefined;
    this.targetPrefix = pack.targetPrefix ?? undefined;
    this.isQueryCompatible = pack.isQueryCompatible;
    this.#shapes = new ShapeTable(pack.shapes);
    this.#errorReferences = pack.errors;
    this.operations = new Map(pack.operations.map((entry) => [entry[0], this.#operation(entry)]));
  }

  get errors(): ReadonlyMap<string, StructureShape> {
    this.#errors ??= new Map(this.#errorShapes().map((shape) => [shape.name, shape]));
    return this.#errors;
  }

  #operation(entry: PackOperation): OperationModel {
    return new PackedOperation(this, this.#shapes, entry, () =>
      entry[5].flatMap((at) => this.#errorShapes()[at] ?? []),
    );
  }

  #errorShapes(): readonly StructureShape[] {
    return this.#errorReferences
      .map((reference) => this.#shapes.at(reference))
      .filter((shape) => shape.kind === 'structure');
  }
}

class PackedOperation implements OperationModel {
  readonly name: string;
  readonly service: ServiceModel;
  readonly http: OperationModel['http'];
  readonly hostPrefix: string | undefined;
  readonly isOutputUnwrapped: boolean;
  readonly #shapes: ShapeTable;
  readonly #entry: PackOperation;
  readonly #errors: () => readonly StructureShape[];

  constructor(
    service: ServiceModel,
    shapes: ShapeTable,
    entry: PackOperation,
    errors: () => readonly StructureShape[],
  ) {
    const [name, , , http, extra] = entry;
    this.name = name;
    this.service = service;
    this.http = http === 0 ? undefined : { method: http[0], uri: http[1], status: http[2] };
    this.hostPrefix = extra === 0 ? undefined : extra.hostPrefix;
    this.isOutputUnwrapped = extra !== 0 && extra.isOutputUnwrapped === true;
    this.#shapes = shapes;
    this.#entry = entry;
    this.#errors = errors;
  }

  get input(): Shape {
    return this.#shapes.at(this.#entry[1]);
  }

  get output(): Shape {
    return this.#shapes.at(this.#entry[2]);
  }

  get errors(): readonly StructureShape[] {
    return this.#errors();
  }
}

/** The shapes of one pack, each made once. */
class ShapeTable {
  readonly #packed: readonly PackShape[];
  readonly #made: (Shape | undefined)[] = [];

  constructor(packed: readonly PackShape[]) {
    this.#packed = packed;
  }

  at(reference: number): Shape {
    if (reference < 0) return primitiveAt(reference, undefined, undefined);
    const made = this.#made[reference];
    if (made !== undefined) return made;
    const packed = this.#packed[reference];
    if (packed === undefined) throw new RangeError(`the pack has no shape ${reference}: run npm run packs`);
    const shape = this.#make(packed);
    this.#made[reference] = shape;
    return shape;
  }

  #make(packed: PackShape): Shape {
    switch (packed[0]) {
      case 'p':
        return constrainedPrimitive(packed);
      case 'l':
        return new PackedList(this, packed);
      case 'm':
        return new PackedMap(this, packed);
      default:
        return new PackedStructure(this, packed);
    }
  }
}

class PackedList implements ListShape {
  readonly kind = 'list';
  readonly memberTraits: MemberTraits;
  readonly sparse: boolean;
  readonly constraint: Constraint | undefined;
  readonly #shapes: ShapeTable;
  readonly #member: number;

  constructor(shapes: ShapeTable, [, member, traits, sparse, constraint]: PackList) {
    this.#shapes = shapes;
    this.#member = member;
    this.memberTraits = traits || NO_TRAITS;
    this.sparse = sparse === 1;
    this.constraint = constraint || undefined;
  }

  get member(): Shape {
    return this.#shapes.at(this.#member);
  }
}

class PackedMap implements MapShape {
  readonly kind = 'map';
  readonly keyTraits: MemberTraits;
  readonly valueTraits: MemberTraits;
  readonly sparse: boolean;
  readonly constraint: Constraint | undefined;
  readonly #shapes: ShapeTable;
  readonly #packed: PackMap;

  constructor(shapes: ShapeTable, packed: PackMap) {
    this.#shapes = shapes;
    this.#packed = packed;
    this.keyTraits = packed[2] || NO_TRAITS;
    this.valueTraits = packed[4] || NO_TRAITS;
    this.sparse = packed[5] === 1;
    this.constraint = packed[6] || undefined;
  }

  get key(): Shape {
    return this.#shapes.at(this.#packed[1]);
  }

  get value(): Shape {
    return this.#shapes.at(this.#packed[3]);
  }
}

class PackedStructure implements StructureShape {
  readonly kind = 'structure';
  readonly name: string;
  readonly isUnion: boolean;
  readonly members: readonly Member[];
  readonly memberByName: ReadonlyMap<string, Member>;
  readonly xmlName: string | undefined;
  readonly xmlNamespace: StructureShape['xmlNamespace'];
  readonly error: ErrorTraits | undefined;

  constructor(shapes: ShapeTable, [kind, name, members, packedTraits]: PackStructure) {
    const traits = packedTraits || {};
    this.name = name;
    this.isUnion = kind === 'u';
    this.members = members.map((member) => new PackedMember(shapes, member));
    this.memberByName = new Map(this.members.map((member) => [member.name, member]));
    this.xmlName = traits.xmlName;
    this.xmlNamespace = traits.xmlNamespace;
    this.error =
      kind === 'e'
        ? {
            fault: traits.fault ?? 'client',
            httpStatus: traits.httpStatus,
            queryCode: traits.queryCode,
            queryStatus: traits.queryStatus,
          }
        : undefined;
  }
}

class PackedMember implements Member {
  readonly name: string;
  readonly isRequired: boolean;
  readonly traits: MemberTraits;
  readonly #shapes: ShapeTable;
  readonly #reference: number;
  #shape: Shape | undefined;

  constructor(shapes: ShapeTable, [name, reference, required, traits]: PackMember) {
    this.name = name;
    this.isRequired = required === 1;
    this.traits = traits || NO_TRAITS;
    this.#shapes = shapes;
    this.#reference = reference;
  }

  get shape(): Shape {
    this.#shape ??= this.#shapes.at(this.#reference);
    return this.#shape;
  }
}

function constrainedPrimitive([, reference, constraint, mediaType]: PackPrimitive): Shape {
  return primitiveAt(reference, constraint || undefined, mediaType);
}

const UNCONSTRAINED = PRIMITIVES.map((name) => primitive(name, undefined, undefined));

function primitiveAt(reference: number, constraint: Constraint | undefined, mediaType: string | undefined): Shape {
  const name = PRIMITIVES[-1 - reference];
  const plain = UNCONSTRAINED[-1 - reference];
  if (name === undefined || plain === undefined) throw new RangeError(`the pack has no primitive ${reference}`);
  return constraint || mediaType ? primitive(name, constraint, mediaType) : plain;
}

function primitive(name: Primitive, constraint: Constraint | undefined, mediaType: string | undefined): Shape {
  switch (name) {
    case 'string':
      return { kind: 'string', mediaType, constraint };
    case 'integer':
    case 'float':
    case 'number':
      return { kind: 'number', integer: name === 'number' ? undefined : name === 'integer', constraint };
    case 'blob':
    case 'streaming-blob':
      return { kind: 'blob', streaming: name === 'streaming-blob', constraint };
    case 'timestamp':
      return { kind: 'timestamp', format: undefined };
    case 'date-time':
    case 'http-date':
    case 'epoch-seconds':
      return { kind: 'timestamp', format: name };
    case 'unit':
    case 'boolean':
    case 'document':
      return { kind: name };
  }
}
