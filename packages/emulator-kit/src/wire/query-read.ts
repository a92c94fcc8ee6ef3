import type { ListShape, MapShape, Shape, StructureShape } from '../schema/shape.ts';
import type { Form } from './form.ts';
import { MAX_DEPTH, Malformed } from './malformed.ts';
import { type Fields, setField } from './records.ts';
import { parseScalar } from './scalar.ts';

/** Dotted names as a tree: `Tags.member.1.Key=a` is a value four steps below the root. */
interface QueryNode {
  value: string | undefined;
  children: Map<string, QueryNode> | undefined;
}

/** A thousand names of a hundred steps each are no honest request. */
const MAX_NODES = 100_000;
const INDEX = /^\d{1,9}$/;

/** Reads the parameters of an awsQuery request. @throws Malformed */
export function readQuery(shape: Shape, form: Form): Fields {
  if (shape.kind !== 'structure') return {};
  return readStructure(shape, treeOf(form));
}

function treeOf(form: Form): QueryNode {
  const root = newNode();
  let count = 0;
  for (const [name, [value]] of form) {
    const steps = name.split('.', MAX_DEPTH + 1);
    count += steps.length;
    if (steps.length > MAX_DEPTH || count > MAX_NODES) throw new Malformed('the parameters are nested too deep');
    descend(root, steps).value = value;
  }
  return root;
}

function newNode(): QueryNode {
  return { value: undefined, children: undefined };
}

function descend(root: QueryNode, steps: readonly string[]): QueryNode {
  let node = root;
  for (const step of steps) {
    node.children ??= new Map();
    let child = node.children.get(step);
    if (!child) {
      child = newNode();
      node.children.set(step, child);
    }
    node = child;
  }
  return node;
}

function read(shape: Shape, node: QueryNode, name: string, isFlattened: boolean): unknown {
  switch (shape.kind) {
    case 'structure':
      return readStructure(shape, node);
    case 'list':
      return readList(shape, node, name, isFlattened);
    case 'map':
      return readMap(shape, node, name, isFlattened);
    default:
      return readScalar(shape, node, name);
  }
}

function readStructure(shape: StructureShape, node: QueryNode): Fields {
  const fields: Fields = {};
  let count = 0;
  for (const { name, shape: memberShape, traits } of shape.members) {
    const child = node.children?.get(traits.xmlName ?? name) ?? node.children?.get(name);
    if (!child) continue;
    fields[name] = read(memberShape, child, name, traits.xmlFlattened === true);
    count += 1;
  }
  if (shape.isUnion && count !== 1) throw new Malformed(`exactly one member of ${shape.name} must be set`);
  return fields;
}

function readScalar(shape: Shape, node: QueryNode, name: string): unknown {
  if (node.value === undefined) throw new Malformed(`${name} is a single value, not a list or structure`);
  return parseScalar(shape, node.value);
}

function readList(shape: ListShape, node: QueryNode, name: string, isFlattened: boolean): unknown[] {
  const wrapper = shape.memberTraits.xmlName ?? 'member';
  const entries = isFlattened ? node : (node.children?.get(wrapper) ?? node.children?.get('member') ?? node);
  return indexed(entries, name).map((entry) => read(shape.member, entry, name, false));
}

function readMap(shape: MapShape, node: QueryNode, name: string, isFlattened: boolean): Fields {
  const keyName = shape.keyTraits.xmlName ?? 'key';
  const valueName = shape.valueTraits.xmlName ?? 'value';
  const fields: Fields = {};
  for (const entry of indexed(isFlattened ? node : (node.children?.get('entry') ?? node), name)) {
    const key = entry.children?.get(keyName)?.value;
    const value = entry.children?.get(valueName);
    if (key === undefined || value === undefined) {
      throw new Malformed(`each entry of ${name} needs a ${keyName} and a ${valueName}`);
    }
    setField(fields, key, read(shape.value, value, `${name}.${valueName}`, false));
  }
  return fields;
}

/** Children `1`, `2`, … in the order of their numbers. A bare `Name=` is an empty list. */
function indexed(node: QueryNode, name: string): readonly QueryNode[] {
  const children = [...(node.children ?? [])];
  if (children.length === 0 && node.value) throw new Malformed(`${name} is a list: write ${name}.member.1=…`);
  return children
    .filter(([step]) => INDEX.test(step))
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, child]) => child);
}
