import type { OperationModel, ServiceModel, StructureShape } from '../schema/shape.ts';
import { bindingsOf } from './bindings.ts';
import { type Form, parseForm, percentDecode } from './form.ts';
import type { WireRequest } from './messages.ts';

export type Labels = Readonly<Record<string, string>>;

export interface Match {
  readonly operation: OperationModel;
  readonly labels: Labels;
}

type Segment =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'label' | 'greedy'; readonly name: string };

interface Pattern {
  readonly operation: OperationModel;
  readonly segments: readonly Segment[];
  /** Query parameters in the URI of the model: name, and value unless any will do. */
  readonly literals: readonly (readonly [name: string, value: string])[];
  /** The operation's name as newer clients add it to the query: it decides between equals. */
  readonly hint: string | undefined;
  readonly needs: { readonly query: readonly string[]; readonly headers: readonly string[] };
  /** True for S3's operations on a bucket, whose name may stand in the host. */
  readonly hasBucket: boolean;
}

const tables = new WeakMap<ServiceModel, ReadonlyMap<string, readonly Pattern[]>>();

/**
 * The REST operation of `service` that a request means: method and path agree, the literal parameters are there, and
 * of several the most specific one wins. Paths are compared as sent: `..`, empty segments and encoded slashes belong
 * to keys.
 */
export function matchRoute(service: ServiceModel, request: WireRequest, bucket: string | undefined): Match | undefined {
  const path = splitPath(request.path, bucket, service);
  const form = parseForm(request.query);
  const candidates: Candidate[] = [];
  for (const pattern of tableOf(service).get(request.method) ?? []) {
    const segments = pattern.hasBucket ? path.inBucket : path.whole;
    const labels = segments && matchSegments(pattern.segments, segments);
    if (labels && hasLiterals(pattern, form)) candidates.push({ pattern, labels });
  }
  const chosen = choose(candidates, form, request.headers);
  return chosen && found(chosen.pattern, chosen.labels, path.bucket);
}

interface Candidate {
  readonly pattern: Pattern;
  readonly labels: Labels;
}

/** `candidates` stand in the order of their table, the most specific first. */
function choose(candidates: readonly Candidate[], form: Form, headers: WireRequest['headers']): Candidate | undefined {
  const literals = candidates[0]?.pattern.literals.length ?? 0;
  const closest = candidates.filter(({ pattern }) => pattern.literals.length === literals);
  const able = closest.filter(({ pattern }) => hasNeeds(pattern, form, headers));
  const hint = form.get('x-id')?.[0];
  const best = able.find(({ pattern }) => hint !== undefined && pattern.hint === hint) ?? able[0];
  // `?inventory` without its id is that operation with a parameter missing, never the creation of a bucket
  return best ?? (literals > 0 ? closest[0] : undefined);
}

function found({ operation, hasBucket }: Pattern, labels: Labels, bucket: string | undefined): Match {
  return { operation, labels: hasBucket && bucket !== undefined ? { ...labels, Bucket: bucket } : labels };
}

interface SplitPath {
  /** For operations that name no bucket; undefined when the host names one. */
  readonly whole: readonly string[] | undefined;
  /** What follows the bucket, for S3's operations on buckets and objects. */
  readonly inBucket: readonly string[] | undefined;
  readonly bucket: string | undefined;
}

function splitPath(path: string, hostBucket: string | undefined, service: ServiceModel): SplitPath {
  const rest = path.startsWith('/') ? path.slice(1) : path;
  const whole = segmentsOf(rest);
  if (service.id !== 'S3') return { whole, inBucket: undefined, bucket: undefined };
  if (hostBucket !== undefined) return { whole: undefined, inBucket: keySegments(rest), bucket: hostBucket };
  const slash = rest.indexOf('/');
  const first = slash < 0 ? rest : rest.slice(0, slash);
  if (first === '') return { whole, inBucket: undefined, bucket: undefined };
  return { whole, inBucket: keySegments(slash < 0 ? '' : rest.slice(slash + 1)), bucket: percentDecode(first) };
}

/** Segments of a path; a slash at its end changes nothing. */
function segmentsOf(path: string): readonly string[] {
  const trimmed = path.endsWith('/') ? path.slice(0, -1) : path;
  return trimmed === '' ? [] : trimmed.split('/');
}

/** A key is the rest of the path as it stands, slashes at its end included. */
function keySegments(path: string): readonly string[] {
  return path === '' ? [] : path.split('/');
}

function matchSegments(pattern: readonly Segment[], path: readonly string[]): Labels | undefined {
  const greedyAt = pattern.findIndex(({ kind }) => kind === 'greedy');
  const surplus = path.length - pattern.length;
  if (surplus < 0 || (surplus > 0 && greedyAt < 0)) return undefined;
  const labels: Record<string, string> = {};
  for (const [index, segment] of pattern.entries()) {
    const start = greedyAt >= 0 && index > greedyAt ? index + surplus : index;
    const end = index === greedyAt ? start + surplus + 1 : start + 1;
    if (!matchSegment(segment, path.slice(start, end).join('/'), labels)) return undefined;
  }
  return labels;
}

function matchSegment(segment: Segment, text: string, labels: Record<string, string>): boolean {
  if (segment.kind === 'literal') return segment.text === text;
  if (text === '') return false;
  labels[segment.name] = percentDecode(text);
  return true;
}

function hasLiterals({ literals }: Pattern, form: Form): boolean {
  return literals.every(([name, value]) => {
    const given = form.get(name);
    return given !== undefined && (value === '' || given.includes(value));
  });
}

function hasNeeds({ needs }: Pattern, form: Form, headers: WireRequest['headers']): boolean {
  return needs.query.every((name) => form.has(name)) && needs.headers.every((name) => headers[name] !== undefined);
}

/** Patterns by method, the most specific first. */
function tableOf(service: ServiceModel): ReadonlyMap<string, readonly Pattern[]> {
  const known = tables.get(service);
  if (known) return known;
  const table = new Map<string, Pattern[]>();
  for (const operation of service.operations.values()) {
    if (!operation.http) continue;
    const list = table.get(operation.http.method) ?? [];
    list.push(patternOf(operation, operation.http.uri));
    table.set(operation.http.method, list);
  }
  for (const list of table.values()) list.sort(bySpecificity);
  tables.set(service, table);
  return table;
}

function patternOf(operation: OperationModel, uri: string): Pattern {
  const [path = '', query = ''] = uri.split('?');
  const parameters = parseForm(query);
  const literals = [...parameters].filter(([name]) => name !== 'x-id'); // older clients leave the hint out
  const segments = segmentsOf(path.slice(1)).map(segmentOf);
  const input = operation.input.kind === 'structure' ? operation.input : undefined;
  return {
    operation,
    segments,
    literals: literals.map(([name, values]) => [name, values[0] ?? '']),
    hint: parameters.get('x-id')?.[0],
    needs: input ? needsOf(input) : { query: [], headers: [] },
    hasBucket: operation.service.id === 'S3' && input?.memberByName.get('Bucket')?.traits.httpLabel === true,
  };
}

function segmentOf(text: string): Segment {
  if (!text.startsWith('{')) return { kind: 'literal', text };
  const name = text.slice(1, -1);
  return name.endsWith('+') ? { kind: 'greedy', name: name.slice(0, -1) } : { kind: 'label', name };
}

function needsOf(input: StructureShape): Pattern['needs'] {
  const { queries, headers } = bindingsOf(input);
  return {
    query: queries.filter(([member]) => member.isRequired).map(([, name]) => name),
    headers: headers.filter(([member]) => member.isRequired).map(([, name]) => name),
  };
}

function bySpecificity(a: Pattern, b: Pattern): number {
  return (
    b.literals.length - a.literals.length ||
    needCount(b) - needCount(a) ||
    literalSegments(b) - literalSegments(a) ||
    a.segments.length - b.segments.length
  );
}

function needCount({ needs }: Pattern): number {
  return needs.query.length + needs.headers.length;
}

function literalSegments({ segments }: Pattern): number {
  return segments.filter(({ kind }) => kind === 'literal').length;
}
