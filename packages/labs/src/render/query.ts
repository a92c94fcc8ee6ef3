import { compileQuery } from '../query/jmespath.ts';

/** A JMESPath as far as it is plain enough to be written in the language itself. */
export type Plain =
  | { readonly kind: 'path'; readonly steps: readonly (string | number)[] }
  | { readonly kind: 'compare'; readonly left: Plain; readonly operator: string; readonly right: Plain }
  | { readonly kind: 'both' | 'either'; readonly left: Plain; readonly right: Plain }
  | { readonly kind: 'not'; readonly inner: Plain }
  | { readonly kind: 'constant'; readonly value: string | number | boolean | null };

type Node = Readonly<Record<string, unknown>>;
const OPERATORS: Readonly<Record<string, string>> = { EQ: '==', NE: '!=', GT: '>', GTE: '>=', LT: '<', LTE: '<=' };

/** undefined: leave it to a JMESPath library. */
export function findPlain(expression: string): Plain | undefined {
  return plainOf(compileQuery(expression) as unknown as Node); // a tree of records by its type
}

function plainOf(node: Node): Plain | undefined {
  const steps = stepsOf(node);
  if (steps) return { kind: 'path', steps };
  if (node.type === 'Literal') return constantOf(node.value);
  if (node.type === 'NotExpression') {
    const inner = plainOf(node.child as Node);
    return inner && { kind: 'not', inner };
  }
  return pairOf(node);
}

function constantOf(value: unknown): Plain | undefined {
  const isScalar =
    value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isScalar ? { kind: 'constant', value } : undefined;
}

function pairOf(node: Node): Plain | undefined {
  const kind = { Comparator: 'compare', AndExpression: 'both', OrExpression: 'either' }[String(node.type)];
  if (kind === undefined) return undefined;
  const left = plainOf(node.left as Node);
  const right = plainOf(node.right as Node);
  if (!left || !right) return undefined;
  if (kind === 'compare') return { kind, left, operator: OPERATORS[String(node.name)] ?? '==', right };
  return { kind: kind === 'both' ? 'both' : 'either', left, right };
}

function stepsOf(node: Node): (string | number)[] | undefined {
  if (node.type === 'Field') return [String(node.name)];
  if (node.type === 'Index') return [Number(node.value)];
  if (node.type !== 'Subexpression' && node.type !== 'IndexExpression') return undefined;
  const left = stepsOf(node.left as Node);
  const right = stepsOf(node.right as Node);
  return left && right && [...left, ...right];
}

/** Whether a value is already true or false, so that nothing must be made of it. */
export function isCondition(plain: Plain | undefined): boolean {
  return plain !== undefined && plain.kind !== 'path' && plain.kind !== 'constant';
}
