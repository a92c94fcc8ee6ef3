/** Reads controls and their accessible names out of static markup, for tests. React's output is well-formed. */

type Node = { tag: string; attributes: Record<string, string>; children: (Node | string)[] };

const VOID = new Set(['input', 'br', 'hr', 'img']);
const TOKEN = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-zA-Z][\w:-]*(?:="[^"]*")?)*)\s*(\/?)>|([^<]+)/g;

const unescaped = (text: string) =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

function attributesOf(source: string): Record<string, string> {
  const pairs = [...source.matchAll(/([a-zA-Z][\w:-]*)(?:="([^"]*)")?/g)];
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, unescaped(value)]));
}

function parse(markup: string): Node {
  const root: Node = { tag: 'root', attributes: {}, children: [] };
  const open = [root];
  for (const [, closes, tag, attributes = '', , text = ''] of markup.matchAll(TOKEN)) {
    if (closes === '/') open.pop();
    else {
      const child = tag === undefined ? unescaped(text) : { tag, attributes: attributesOf(attributes), children: [] };
      open.at(-1)?.children.push(child);
      if (typeof child !== 'string' && !VOID.has(child.tag)) open.push(child);
    }
  }
  if (open.length !== 1) throw new Error('markup is not well-formed');
  return root;
}

type Placed = { readonly node: Node; readonly ancestors: readonly Node[] };

function walk(node: Node, ancestors: readonly Node[] = []): Placed[] {
  const inner = node.children.flatMap((child) => (typeof child === 'string' ? [] : walk(child, [...ancestors, node])));
  return [{ node, ancestors }, ...inner];
}

const textIn = (node: Node): string =>
  node.attributes['aria-hidden'] === 'true'
    ? ''
    : node.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');

type Control = {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly name: string;
  readonly value: string;
};

/** By aria-label, the label around it, the label that points to it, or a button's own words. */
function nameOf({ node, ancestors }: Placed, all: readonly Placed[]): string {
  if (node.attributes['aria-label'] !== undefined) return node.attributes['aria-label'];
  if (node.tag === 'button') return textIn(node);
  const around = ancestors.findLast(({ tag }) => tag === 'label');
  const pointing = all.find(({ node: label }) => label.tag === 'label' && label.attributes.for === node.attributes.id);
  const label = around ?? (node.attributes.id === undefined ? undefined : pointing?.node);
  return label === undefined ? '' : textIn(label);
}

function givenValue(node: Node): string {
  if (node.tag !== 'select') return node.attributes.value ?? '';
  const options = walk(node).filter(({ node: option }) => option.tag === 'option');
  return options.find(({ node: option }) => 'selected' in option.attributes)?.node.attributes.value ?? '';
}

export function controlsOf(markup: string): Control[] {
  const all = walk(parse(markup));
  const isControl = ({ node }: Placed) =>
    ['input', 'select', 'button'].includes(node.tag) || node.attributes.role === 'button';
  return all.filter(isControl).map((placed) => ({
    tag: placed.node.tag,
    attributes: placed.node.attributes,
    name: nameOf(placed, all),
    value: givenValue(placed.node),
  }));
}

/** What can be read on the page, screen readers included. */
export const textOfPage = (markup: string): string => textIn(parse(markup)).replace(/\s+/g, ' ');
