/** Turns the static schema tuples that an `@aws-sdk/client-*` exports into a pack: plain JSON that needs no client. */

/** Negative references of a pack: -1 - index. `PRIMITIVES` in packages/emulator-kit/src/schema/pack.ts is the same list. */
const PRIMITIVES = [
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
];
const primitiveReference = (name) => -1 - PRIMITIVES.indexOf(name);

/** Smithy's numbers for simple kinds in static schemas. Big numbers travel as numbers. */
const KINDS = {
  0: 'string',
  1: 'number',
  2: 'boolean',
  4: 'timestamp',
  5: 'date-time',
  6: 'http-date',
  7: 'epoch-seconds',
  15: 'document',
  17: 'number',
  19: 'number',
  21: 'blob',
  42: 'streaming-blob',
};
const LIST = 64;
const MAP = 128;
/** Traits that are one bit each where a schema has a number in place of a traits object. */
const TRAIT_BITS = [
  'httpLabel',
  'idempotent',
  'idempotencyToken',
  'sensitive',
  'httpPayload',
  'httpResponseCode',
  'httpQueryParams',
];
const MEMBER_TRAITS = [
  'jsonName',
  'xmlName',
  'xmlFlattened',
  'xmlAttribute',
  'xmlNamespace',
  'httpLabel',
  'httpQuery',
  'httpQueryParams',
  'httpHeader',
  'httpPrefixHeaders',
  'httpPayload',
  'httpResponseCode',
  'eventHeader',
  'eventPayload',
  'hostLabel',
  'idempotencyToken',
  'sensitive',
  'streaming',
  'mediaType',
];
/** aws.customizations#s3UnwrappedXmlOutput is not in the schemas; this is the only operation that has it. */
const UNWRAPPED = new Set(['com.amazonaws.s3#GetBucketLocation']);

export function buildPack({ client, module, constraints }) {
  const { config } = new module[clientClass(module)]({
    region: 'us-east-1',
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  });
  const settings = config.protocolSettings;
  const builder = new PackBuilder(constraints);
  const schemas = Object.values(module).filter(
    (value) => Array.isArray(value) && value.length >= 5 && value[1] === settings.defaultNamespace,
  );
  for (const schema of schemas.filter(([kind]) => kind === -3)) builder.addError(schema);
  const operations = schemas.filter(([kind]) => kind === 9);
  for (const schema of operations) builder.addInput(schema); // first, so that no shape is stored without its constraints
  for (const schema of operations) builder.addOperation(schema);
  return {
    format: 1,
    client,
    constraints: constraints.source,
    id: config.serviceId,
    signingName: config.defaultSigningName,
    namespace: settings.defaultNamespace,
    version: settings.version,
    protocol: config.protocol.getShapeId().split('#')[1],
    xmlNamespace: settings.xmlNamespace ?? null,
    targetPrefix: settings.serviceTarget ?? null,
    isQueryCompatible: settings.awsQueryCompatible === true,
    errors: builder.errors,
    operations: builder.operations,
    shapes: builder.shapes,
  };
}

function clientClass(module) {
  const name = Object.keys(module).find((key) => /^[A-Z]\w*Client$/.test(key) && typeof module[key] === 'function');
  if (!name) throw new Error('this package exports no client class');
  return name;
}

class PackBuilder {
  shapes = [];
  operations = [];
  errors = [];
  #constraints;
  #indexOfSchema = new Map();
  #indexOfText = new Map();
  /** Index of structures whose members have been given their constraints: those that reach the server. */
  #constrained = new Set();

  constructor(constraints) {
    this.#constraints = constraints;
  }

  addError(schema) {
    this.errors.push(this.#reference(schema, undefined, false));
  }

  addInput([, , name, , input]) {
    return this.#reference(input, this.#constraints.input(name), true);
  }

  addOperation(schema) {
    const [, namespace, name, traits, , output] = schema;
    const { http, endpoint } = traitsOf(traits);
    const extra = {
      ...(endpoint ? { hostPrefix: endpoint[0] } : {}),
      ...(UNWRAPPED.has(`${namespace}#${name}`) ? { isOutputUnwrapped: true } : {}),
    };
    const thrown = new Set(this.#constraints.errors(name));
    this.operations.push([
      name,
      this.addInput(schema),
      this.#reference(output, this.#constraints.output(name), false),
      http ?? 0,
      Object.keys(extra).length > 0 ? extra : 0,
      this.errors.flatMap((shape, index) => (thrown.has(this.shapes[shape][1]) ? [index] : [])),
    ]);
  }

  /** Reference to a schema; `node` is the same place in the source of constraints. */
  #reference(reference, node, isInput) {
    const schema = resolve(reference);
    if (schema === 'unit') return primitiveReference('unit');
    if (typeof schema === 'number') return this.#simple(schema, node, isInput);
    const [kind, , , , target] = schema;
    if (kind === 0) return this.#simpleWithMedia(resolve(target), traitsOf(schema[3]).mediaType, node, isInput);
    if (kind === 1) return this.#list(schema, node, isInput);
    if (kind === 2) return this.#map(schema, node, isInput);
    return this.#structure(schema, node, isInput);
  }

  #simple(kind, node, isInput) {
    if (kind >= MAP) return this.#map([2, '', '', 0, 0, kind - MAP], node, isInput);
    if (kind >= LIST) return this.#list([1, '', '', 0, kind - LIST], node, isInput);
    return this.#simpleWithMedia(kind, undefined, node, isInput);
  }

  #simpleWithMedia(kind, mediaType, node, isInput) {
    if (typeof kind === 'number' && kind >= LIST) return this.#simple(kind, node, isInput);
    let name = KINDS[kind];
    if (name === undefined) throw new Error(`unknown simple schema ${JSON.stringify(kind)}`);
    if (name === 'number') name = this.#constraints.numberKind(node) ?? name;
    const constraint =
      isInput && /^(string|integer|float|number|blob)$/.test(name) ? this.#constraints.constraint(node) : undefined;
    const primitive = primitiveReference(name);
    if (!constraint && !mediaType) return primitive;
    return this.#intern(mediaType ? ['p', primitive, constraint ?? 0, mediaType] : ['p', primitive, constraint ?? 0]);
  }

  #list(schema, node, isInput) {
    const [, , , traits, member] = schema;
    const [target, memberTraits] = memberOf(member);
    return this.#intern([
      'l',
      this.#reference(target, this.#constraints.listMember(node), isInput),
      packTraits(memberTraits),
      traitsOf(traits).sparse ? 1 : 0,
      (isInput && this.#constraints.constraint(node)) || 0,
    ]);
  }

  #map(schema, node, isInput) {
    const [, , , traits, keyMember, valueMember] = schema;
    const [key, keyTraits] = memberOf(keyMember);
    const [value, valueTraits] = memberOf(valueMember);
    return this.#intern([
      'm',
      this.#reference(key, this.#constraints.key(node), isInput),
      packTraits(keyTraits),
      this.#reference(value, this.#constraints.value(node), isInput),
      packTraits(valueTraits),
      traitsOf(traits).sparse ? 1 : 0,
      (isInput && this.#constraints.constraint(node)) || 0,
    ]);
  }

  #structure(schema, node, isInput) {
    const known = this.#indexOfSchema.get(schema);
    if (known !== undefined && (this.#constrained.has(known) || !isInput)) return known;
    const index = known ?? this.shapes.push(null) - 1;
    this.#indexOfSchema.set(schema, index);
    if (isInput) this.#constrained.add(index);
    const [kind, , name, traits, names, members, required = 0] = schema;
    const packed = names.map((memberName, position) => {
      const [target, memberTraits] = memberOf(members[position]);
      const reference = this.#reference(target, this.#constraints.member(node, memberName), isInput);
      return [memberName, reference, kind !== 4 && position < required ? 1 : 0, packTraits(memberTraits, target)];
    });
    this.shapes[index] = [{ 3: 's', 4: 'u', [-3]: 'e' }[kind], name, packed, structureTraits(traits)];
    return index;
  }

  /** Equal shapes without a name are stored once. */
  #intern(shape) {
    const text = JSON.stringify(shape);
    const known = this.#indexOfText.get(text);
    if (known !== undefined) return known;
    const index = this.shapes.push(shape) - 1;
    this.#indexOfText.set(text, index);
    return index;
  }
}

function resolve(reference) {
  return typeof reference === 'function' ? resolve(reference()) : reference;
}

/** A member is a schema, or a pair of a schema and the traits it has in this place. */
function memberOf(member) {
  const value = resolve(member);
  const isPair = Array.isArray(value) && value.length === 2;
  return isPair ? [resolve(value[0]), traitsOf(value[1])] : [value, {}];
}

function traitsOf(traits) {
  if (typeof traits !== 'number') return traits ?? {};
  return Object.fromEntries(TRAIT_BITS.filter((_, bit) => (traits >> bit) & 1).map((trait) => [trait, 1]));
}

/** Traits of a member, with those of a simple or streaming target, in the spelling of `MemberTraits`. */
function packTraits(memberTraits, target) {
  const targetTraits = Array.isArray(target) ? traitsOf(target[3]) : {};
  const inherited = Array.isArray(target) && target[0] !== 0 ? { streaming: targetTraits.streaming } : targetTraits;
  const merged = { ...inherited, ...memberTraits };
  const isStreaming = target === 42 || merged.streaming;
  const entries = MEMBER_TRAITS.flatMap((trait) => {
    const value = trait === 'streaming' ? isStreaming || undefined : merged[trait];
    return value === undefined ? [] : [[trait, packTrait(trait, value)]];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : 0;
}

function packTrait(trait, value) {
  if (trait === 'xmlNamespace') return packNamespace(value);
  return value === 1 ? true : value;
}

function packNamespace([prefix, uri]) {
  return prefix ? { uri, prefix } : { uri };
}

function structureTraits(traits) {
  const { xmlName, xmlNamespace, error, httpError, awsQueryError } = traitsOf(traits);
  const packed = {
    ...(xmlName ? { xmlName } : {}),
    ...(xmlNamespace ? { xmlNamespace: packNamespace(xmlNamespace) } : {}),
    ...(error ? { fault: error } : {}),
    ...(httpError ? { httpStatus: httpError } : {}),
    ...(awsQueryError ? { queryCode: awsQueryError[0], queryStatus: awsQueryError[1] } : {}),
  };
  return Object.keys(packed).length > 0 ? packed : 0;
}
