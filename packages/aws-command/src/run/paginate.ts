import { base64Of, findBase64 } from '../command/base64.ts';
import { plainFailure } from '../command/failure.ts';
import type { CallPlan, SdkInput } from '../command/plan.ts';
import { isPlainList, isPlainRecord, type Plain, type PlainRecord } from '../output/plain.ts';
import { compileQuery } from '../output/query.ts';

type Paging = NonNullable<CallPlan['pages']>;
type Tokens = ReadonlyMap<string, Plain>;

/** One page: only the lists asked for; the first one also has what stands beside them. */
export interface Page {
  readonly results: ReadonlyMap<string, Plain>;
  readonly kept: ReadonlyMap<string, Plain>;
  /** Where `--starting-token` goes on, on the last page when more was to come. */
  readonly resumeToken: string | undefined;
}

const TRUNCATED = 'boto_truncate_amount';

/** Goes through a list page by page, as botocore's paginators do, up to `--max-items`. */
export async function* pagesOf(
  { input, pages }: { readonly input: SdkInput; readonly pages: Paging },
  call: (input: SdkInput) => Promise<Plain>,
): AsyncGenerator<Page> {
  const { startingToken, maxItems = Number.POSITIVE_INFINITY } = pages.options;
  let place: Place = { ...startOf(pages, startingToken), room: maxItems };
  for (let isFirst = true; ; isFirst = false) {
    const answer = await call({ ...input, ...pageSize(pages), ...Object.fromEntries(place.tokens) });
    const found = cut(pages, answer, place);
    const kept = isFirst ? keptOf(pages, answer) : new Map();
    const { next, resumeToken } = onward(pages, answer, place, found);
    yield { results: found.results, kept, resumeToken };
    if (next === undefined) return;
    place = next;
  }
}

/** Where the next page begins, if there is one; else where another command would go on. */
function onward(pages: Paging, answer: Plain, place: Place, { taken, isCut }: { taken: number; isCut: boolean }) {
  if (isCut) return { next: undefined, resumeToken: writeToken(pages, place.tokens, taken + place.skip) };
  const tokens = nextTokens(pages, answer);
  if (taken === place.room) return { next: undefined, resumeToken: writeToken(pages, tokens, 0) };
  if (tokens.size === 0) return { next: undefined, resumeToken: undefined };
  refuseCircle(place.tokens, tokens);
  return { next: { tokens, skip: 0, room: place.room - taken }, resumeToken: undefined };
}

interface Place extends Start {
  /** Items that may still be shown. */
  readonly room: number;
}

function startOf(pages: Paging, token: string | undefined): Start {
  return token === undefined ? { tokens: new Map(), skip: 0 } : readToken(pages, token);
}

/** Where to begin: the service's tokens, and how many items of that page were shown before. */
interface Start {
  readonly tokens: Tokens;
  readonly skip: number;
}

function refuseCircle(tokens: Tokens, next: Tokens): void {
  const shown = JSON.stringify([...next]);
  if (shown === JSON.stringify([...tokens])) throw plainFailure(`The same next token was received twice: ${shown}`);
}

function pageSize({ limit, options }: Paging): SdkInput {
  return limit === undefined || options.pageSize === undefined ? {} : { [limit]: options.pageSize };
}

/** The results of one answer. Of the first of them the shown ones are skipped, and not more than `room` taken. */
function cut({ results: [first = '', ...others] }: Paging, answer: Plain, { skip, room }: Place) {
  const primary = compileQuery(first)(answer);
  const rest = isPlainList(primary) ? primary.slice(skip) : [];
  const taken = Math.min(rest.length, room);
  const results = new Map<string, Plain>([[first, isPlainList(primary) ? rest.slice(0, taken) : primary]]);
  for (const path of others) {
    const value = compileQuery(path)(answer);
    results.set(path, skip > 0 && isPlainList(value) ? [] : value);
  }
  return { results, taken, isCut: rest.length > taken };
}

function nextTokens({ more, inputTokens, outputTokens }: Paging, answer: Plain): Tokens {
  if (more !== undefined && !isTrue(compileQuery(more)(answer))) return new Map();
  const tokens = new Map<string, Plain>();
  inputTokens.forEach((name, index) => {
    const value = compileQuery(outputTokens[index] ?? '')(answer);
    if (value !== null && value !== '') tokens.set(name, value);
  });
  return tokens;
}

function isTrue(value: Plain): boolean {
  return value !== null && value !== false && value !== '' && !(isPlainList(value) && value.length === 0);
}

function keptOf({ kept }: Paging, answer: Plain): ReadonlyMap<string, Plain> {
  return new Map(kept.map((path) => [path, compileQuery(path)(answer)]));
}

function writeToken({ inputTokens }: Paging, tokens: Tokens, skip: number): string | undefined {
  if (skip === 0 && tokens.size === 0) return undefined;
  const entries = inputTokens.map((name): [string, Plain] => [name, tokens.get(name) ?? null]);
  const all: [string, Plain][] = skip > 0 ? [...entries, [TRUNCATED, skip]] : entries;
  const json = all.map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`).join(', ');
  return base64Of(new TextEncoder().encode(`{${json}}`));
}

function readToken({ inputTokens }: Paging, text: string): Start {
  const parsed = parsedToken(text);
  if (parsed === undefined) throw plainFailure(`Bad starting token: ${text}`);
  const skip = parsed[TRUNCATED];
  const tokens = inputTokens.flatMap((name): [string, Plain][] => {
    const value = parsed[name] ?? null;
    return value === null ? [] : [[name, value]];
  });
  return { tokens: new Map(tokens), skip: typeof skip === 'number' && skip > 0 ? Math.floor(skip) : 0 };
}

function parsedToken(text: string): PlainRecord | undefined {
  try {
    const parsed: Plain = JSON.parse(new TextDecoder().decode(findBase64(text)));
    return isPlainRecord(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** All pages as one answer: lists joined, numbers added up. */
export async function wholeResult(pages: AsyncIterable<Page>): Promise<Plain> {
  const whole = new Map<string, Plain>();
  const kept = new Map<string, Plain>();
  let token: string | undefined;
  for await (const page of pages) {
    for (const [path, value] of page.results) {
      if (value !== null) whole.set(path, joined(whole.get(path), value));
    }
    for (const [path, value] of page.kept) kept.set(path, value);
    token = page.resumeToken;
  }
  const answer = nested([...whole, ...kept]);
  return token === undefined ? answer : { ...answer, NextToken: token };
}

/** One page as an answer of its own, as text output prints it: with null for lists that are not there. */
export function pageResult({ results, kept }: Page): Plain {
  return nested([...kept, ...results]);
}

function joined(before: Plain | undefined, next: Plain): Plain {
  if (before === undefined || before === null) return next;
  if (isPlainList(before) && isPlainList(next)) return [...before, ...next];
  return typeof before === 'number' && typeof next === 'number' ? before + next : before;
}

/** `StreamDescription.Shards` → `{ StreamDescription: { Shards: … } }`. */
function nested(entries: readonly (readonly [string, Plain])[]): PlainRecord {
  const root: Record<string, Plain> = {};
  for (const [path, value] of entries) {
    const names = path.split('.');
    const last = names.pop() ?? path;
    let place = root;
    for (const name of names) {
      const inner: Record<string, Plain> = { ...(isPlainRecord(place[name]) ? place[name] : {}) };
      place[name] = inner;
      place = inner;
    }
    place[last] = value;
  }
  return root;
}
