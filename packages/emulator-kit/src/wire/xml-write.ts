import type { MapShape, MemberTraits, Shape, StructureShape, XmlNamespace } from '../schema/shape.ts';
import { entriesOf, fieldsOf } from './json-write.ts';
import { formatScalar } from './scalar.ts';

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** One element of a handler's value, with all below it. `namespace` is written on this element only. */
export function xmlElement(name: string, shape: Shape, value: unknown, namespace: XmlNamespace | undefined): string {
  const pieces: string[] = [];
  writeElement(pieces, name, shape, value, namespace);
  return pieces.join('');
}

export function xmlText(name: string, text: string): string {
  return `<${name}>${escapeText(text)}</${name}>`;
}

function writeElement(
  out: string[],
  name: string,
  shape: Shape,
  value: unknown,
  namespace: XmlNamespace | undefined,
): void {
  const attributes = shape.kind === 'structure' ? attributesOf(shape, value) : '';
  out.push('<', name, namespaceAttribute(namespace), attributes, '>');
  writeContent(out, shape, value);
  out.push('</', name, '>');
}

function writeContent(out: string[], shape: Shape, value: unknown): void {
  switch (shape.kind) {
    case 'structure':
      writeMembers(out, shape, value);
      return;
    case 'list':
      writeEntries(out, shape.memberTraits.xmlName ?? 'member', shape.member, shape.memberTraits, value);
      return;
    case 'map':
      writeMap(out, 'entry', shape, undefined, value);
      return;
    case 'unit':
      return;
    default:
      out.push(escapeText(formatScalar(shape, value, 'date-time')));
  }
}

function writeMembers(out: string[], shape: StructureShape, value: unknown): void {
  const fields = fieldsOf(value, shape.name);
  for (const { name, shape: target, traits } of shape.members) {
    const field = fields[name];
    if (field != null && !traits.xmlAttribute) writeMember(out, traits.xmlName ?? name, target, traits, field);
  }
}

function writeMember(out: string[], name: string, shape: Shape, traits: MemberTraits, value: unknown): void {
  const { xmlNamespace } = traits;
  if (traits.xmlFlattened && shape.kind === 'list') {
    writeEntries(out, name, shape.member, { xmlNamespace: xmlNamespace ?? shape.memberTraits.xmlNamespace }, value);
  } else if (traits.xmlFlattened && shape.kind === 'map') writeMap(out, name, shape, xmlNamespace, value);
  else writeElement(out, name, shape, value, xmlNamespace ?? namespaceOf(shape));
}

function writeEntries(
  out: string[],
  name: string,
  shape: Shape,
  { xmlNamespace }: { readonly xmlNamespace?: XmlNamespace | undefined },
  value: unknown,
): void {
  for (const entry of entriesOf(value)) {
    if (entry == null) out.push('<', name, '/>');
    else writeElement(out, name, shape, entry, xmlNamespace ?? namespaceOf(shape));
  }
}

function writeMap(
  out: string[],
  name: string,
  shape: MapShape,
  namespace: XmlNamespace | undefined,
  value: unknown,
): void {
  const fields = fieldsOf(value, 'map');
  const { key, keyTraits, value: valueShape, valueTraits } = shape;
  for (const field of Object.keys(fields)) {
    out.push('<', name, namespaceAttribute(namespace), '>');
    writeMember(out, keyTraits.xmlName ?? 'key', key, keyTraits, field);
    writeMember(out, valueTraits.xmlName ?? 'value', valueShape, valueTraits, fields[field]);
    out.push('</', name, '>');
  }
}

function namespaceOf(shape: Shape): XmlNamespace | undefined {
  return shape.kind === 'structure' ? shape.xmlNamespace : undefined;
}

function namespaceAttribute(namespace: XmlNamespace | undefined): string {
  if (!namespace) return '';
  const { prefix, uri } = namespace;
  return ` xmlns${prefix ? `:${prefix}` : ''}="${escapeAttribute(uri)}"`;
}

function attributesOf(shape: StructureShape, value: unknown): string {
  const fields = fieldsOf(value, shape.name);
  return shape.members
    .filter(({ name, traits }) => traits.xmlAttribute && fields[name] != null)
    .map(({ name, shape: target, traits }) => {
      return ` ${traits.xmlName ?? name}="${escapeAttribute(formatScalar(target, fields[name], 'date-time'))}"`;
    })
    .join('');
}

const TEXT_ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Line ends are escaped too: a parser would turn a key's carriage return into a line feed. */
function escapeText(text: string): string {
  if (!/[&<>\r\u0085\u2028]/.test(text)) return text;
  return text.replaceAll(/[&<>\r\u0085\u2028]/g, escapeLetter);
}

function escapeAttribute(text: string): string {
  return text.replaceAll(/[&<>"\r\n\t]/g, escapeLetter);
}

function escapeLetter(letter: string): string {
  return TEXT_ESCAPES[letter] ?? `&#x${letter.charCodeAt(0).toString(16).toUpperCase()};`;
}
