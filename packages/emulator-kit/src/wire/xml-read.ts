import type { ListShape, MapShape, MemberTraits, Shape, StructureShape } from '../schema/shape.ts';
import { Malformed } from './malformed.ts';
import { type Fields, setField } from './records.ts';
import { parseScalar } from './scalar.ts';
import type { XmlTree } from './xml-tree.ts';

/**
 * Reads a document whose root must bear the name that the model gives it.
 *
 * @param rootName name from the member that holds the document; left out, the shape's own
 * @throws Malformed
 */
export function readXmlDocument(shape: Shape, rootName: string | undefined, root: XmlTree): unknown {
  const expected = rootName ?? (shape.kind === 'structure' ? (shape.xmlName ?? shape.name) : undefined);
  if (expected !== undefined && root.name !== expected) {
    throw new Malformed(`the root element is ${root.name.slice(0, 64)}, expected ${expected}`);
  }
  return readElement(shape, root);
}

function readElement(shape: Shape, element: XmlTree): unknown {
  switch (shape.kind) {
    case 'structure':
      return readStructure(shape, element);
    case 'list':
      return readEntries(shape, named(element, shape.memberTraits.xmlName ?? 'member'));
    case 'map':
      return readMap(shape, named(element, 'entry'));
    default:
      if (element.children.length > 0) throw new Malformed(`element ${element.name.slice(0, 64)} holds text only`);
      return parseScalar(shape, element.text);
  }
}

function readStructure(shape: StructureShape, element: XmlTree): Fields {
  const fields: Fields = {};
  let count = 0;
  for (const { name, shape: target, traits } of shape.members) {
    const value = readMember(target, traits, traits.xmlName ?? name, element);
    if (value === undefined) continue;
    fields[name] = value;
    count += 1;
  }
  if (shape.isUnion && count !== 1) throw new Malformed(`exactly one member of ${shape.name} must be set`);
  return fields;
}

function readMember(shape: Shape, traits: MemberTraits, name: string, element: XmlTree): unknown {
  if (traits.xmlAttribute) {
    const text = element.attributes[name] ?? element.attributes[name.slice(name.indexOf(':') + 1)];
    return text === undefined ? undefined : parseScalar(shape, text);
  }
  const found = named(element, name);
  const [first] = found;
  if (first === undefined) return undefined;
  if (traits.xmlFlattened && shape.kind === 'list') return readEntries(shape, found);
  if (traits.xmlFlattened && shape.kind === 'map') return readMap(shape, found);
  return readElement(shape, first);
}

function readEntries(shape: ListShape, elements: readonly XmlTree[]): unknown[] {
  return elements.map((element) => readElement(shape.member, element));
}

function readMap(shape: MapShape, entries: readonly XmlTree[]): Fields {
  const keyName = shape.keyTraits.xmlName ?? 'key';
  const valueName = shape.valueTraits.xmlName ?? 'value';
  const fields: Fields = {};
  for (const entry of entries) {
    const [key] = named(entry, keyName);
    const [value] = named(entry, valueName);
    if (!key || !value) throw new Malformed(`each ${entry.name.slice(0, 64)} needs a ${keyName} and a ${valueName}`);
    setField(fields, key.text, readElement(shape.value, value));
  }
  return fields;
}

/** Children of a name. A model's name may carry a prefix (`xsi:type`), an element's never does here. */
function named(element: XmlTree, name: string): readonly XmlTree[] {
  return element.children.filter((child) => child.name === name);
}
