import type { FoundText } from '../document.ts';
import type { DocumentLimits } from '../limits.ts';
import { isRecord, readRecord } from '../records/record.ts';

/** Below a page's data: `@graph`, lists of results, their items. */
const MAX_DEPTH = 8;

/**
 * Postings that a page holds as data (schema.org/JobPosting), in their order.
 *
 * @param blocks JSON-LD as it stands in the page; a block that is no JSON counts as none
 */
export async function jobPostings(blocks: readonly string[], limits: DocumentLimits): Promise<readonly FoundText[]> {
  const found: FoundText[] = [];
  for (const posting of blocks.flatMap((block) => [...postingsIn(parsed(block), 0)])) {
    const text = await readRecord(posting, limits);
    if (text) found.push(text);
  }
  return found;
}

function* postingsIn(value: unknown, depth: number): Generator<Readonly<Record<string, unknown>>> {
  if (depth > MAX_DEPTH) return;
  if (Array.isArray(value)) {
    for (const each of value) yield* postingsIn(each, depth + 1);
  } else if (isRecord(value)) {
    if ([value['@type']].flat().includes('JobPosting')) yield value;
    else for (const each of Object.values(value)) yield* postingsIn(each, depth + 1);
  }
}

function parsed(block: string): unknown {
  try {
    return JSON.parse(block.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, ''));
  } catch {
    return undefined; // pages with broken data are read as pages
  }
}
