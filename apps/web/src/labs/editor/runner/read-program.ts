import { type Node, type Program, parse } from 'acorn';
import type { CodePlace, ProgramFault } from '../messages.ts';

/** One `from '…'` of a program, and what is wanted of it. */
export type Import = {
  readonly module: string;
  /** Of the text between the quotes, quotes included. */
  readonly start: number;
  readonly end: number;
  /** Names that are asked for one by one. */
  readonly names: readonly { readonly name: string; readonly place: CodePlace }[];
  readonly place: CodePlace;
};

export type ReadProgram =
  | { readonly kind: 'program'; readonly imports: readonly Import[] }
  | { readonly kind: 'fault'; readonly fault: ProgramFault };

/** Reads a program as a module, with `await` outside of functions. */
export function readProgram(code: string): ReadProgram {
  try {
    const program = parse(code, { ecmaVersion: 'latest', sourceType: 'module', locations: true });
    return { kind: 'program', imports: importsIn(program) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const { loc } = error as SyntaxError & { readonly loc?: Position }; // acorn's own errors have it
    const message = error.message.replace(/ \(\d+:\d+\)$/, '');
    return { kind: 'fault', fault: { message: `SyntaxError: ${message}`, place: loc && placeAt(loc) } };
  }
}

/** Puts an address in the place of each module's name. Lines and columns before it stay as they are. */
export function withAddresses(
  code: string,
  imports: readonly Import[],
  addresses: ReadonlyMap<string, string>,
): string {
  const fromTheEnd = [...imports].sort((a, b) => b.start - a.start);
  return fromTheEnd.reduce((text, { module, start, end }) => {
    const address = addresses.get(module);
    return address === undefined ? text : `${text.slice(0, start)}${JSON.stringify(address)}${text.slice(end)}`;
  }, code);
}

type Position = { readonly line: number; readonly column: number };
type AnyNode = Node & Readonly<Record<string, unknown>>;

const placeAt = ({ line, column }: Position): CodePlace => ({ line, column: column + 1 });

/** Also those by `import('…')`, anywhere in the program. */
function importsIn(program: Program): Import[] {
  const found: Import[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) visit(one);
    if (!isNode(value)) return;
    const one = importOf(value);
    if (one) found.push(one);
    for (const inner of Object.values(value)) visit(inner);
  };
  visit(program);
  return found;
}

const isNode = (value: unknown): value is AnyNode => typeof value === 'object' && value !== null && 'type' in value;

function importOf({ source, specifiers, loc }: AnyNode): Import | undefined {
  if (!isNode(source) || typeof source.value !== 'string' || !loc) return undefined;
  const asked = Array.isArray(specifiers) ? specifiers.filter(isNode) : [];
  return {
    module: source.value,
    start: source.start,
    end: source.end,
    names: asked.flatMap(nameOf),
    place: placeAt(loc.start),
  };
}

/** `{ name }` and `{ name as other }`; the other two forms take the whole module. */
function nameOf({ imported, loc }: AnyNode): { name: string; place: CodePlace }[] {
  if (!isNode(imported) || !loc) return [];
  const name = imported.name ?? imported.value;
  return typeof name === 'string' ? [{ name, place: placeAt(loc.start) }] : [];
}
