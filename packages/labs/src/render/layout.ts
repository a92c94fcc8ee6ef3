/** Code that may be broken over lines: a text, or things between brackets. */
export type Doc = string | Group;
export type Group = {
  readonly open: string;
  readonly close: string;
  readonly items: readonly { readonly prefix: string; readonly doc: Doc }[];
  /** Within the brackets of a group on one line, such as the spaces of `{ a: 1 }`. */
  readonly pad: string;
  readonly trailingComma: boolean;
  /** Brackets around a single group share its lines, as in `f({`. */
  readonly isHugging: boolean;
};

const WIDTH = 96;

export function group(
  open: string,
  close: string,
  items: Group['items'],
  style: Partial<Pick<Group, 'pad' | 'trailingComma' | 'isHugging'>> = {},
): Group {
  return { open, close, items, pad: '', trailingComma: true, isHugging: false, ...style };
}

export const item = (doc: Doc, prefix = '') => ({ prefix, doc });

function flat(doc: Doc): string {
  if (typeof doc === 'string') return doc;
  const { open, close, items, pad } = doc;
  const inner = items.map(({ prefix, doc: one }) => `${prefix}${flat(one)}`).join(', ');
  return inner === '' ? `${open}${close}` : `${open}${pad}${inner}${pad}${close}`;
}

/**
 * Lays code out: on one line if it fits, else an item a line.
 *
 * @param indent spaces before the line on which it starts
 * @param used   characters already on that line
 * @param step   spaces by which inner lines are moved
 */
export function layOut(
  doc: Doc,
  { indent, used, step }: { readonly indent: number; readonly used: number; readonly step: number },
): string {
  const line = flat(doc);
  if (typeof doc === 'string' || (used + line.length <= WIDTH && !line.includes('\n'))) return line;
  const { open, close, items, trailingComma } = doc;
  const [only] = items;
  if (doc.isHugging && items.length === 1 && only && typeof only.doc !== 'string') {
    return `${open}${layOut(only.doc, { indent, used: used + open.length, step })}${close}`;
  }
  const inner = indent + step;
  const lines = items.map(({ prefix, doc: one }, index) => {
    const text = layOut(one, { indent: inner, used: inner + prefix.length + 1, step });
    const comma = trailingComma || index < items.length - 1 ? ',' : '';
    return `${' '.repeat(inner)}${prefix}${text}${comma}`;
  });
  return `${open}\n${lines.join('\n')}\n${' '.repeat(indent)}${close}`;
}
