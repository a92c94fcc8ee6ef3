import { type Principal, ServiceError } from '@cairn/emulator-kit';
import { readObject } from '../s3/objects.ts';
import { badRequest, filterNotFound, mediaNotReadable, notSupported } from './errors.ts';
import { locationOf } from './locations.ts';
import type { TranscribeCall, VocabularyFilter } from './state.ts';

/** @see https://docs.aws.amazon.com/transcribe/latest/dg/vocabulary-filter-create.html */
const MOST_BYTES = 50 * 1024;

export function getFilter({ state }: TranscribeCall, name: string): VocabularyFilter {
  const filter = state.filters.get(name);
  if (!filter) throw filterNotFound();
  return filter;
}

interface FilterSource {
  readonly Words?: readonly string[] | undefined;
  readonly VocabularyFilterFileUri?: string | undefined;
  readonly DataAccessRoleArn?: string | undefined;
}

/** Words of a request, given in it or in a file with one a line. */
export async function filterWordsOf(call: TranscribeCall, source: FilterSource): Promise<string[]> {
  const { Words: words, VocabularyFilterFileUri: uri, DataAccessRoleArn: role } = source;
  if ((words === undefined) === (uri === undefined)) {
    throw badRequest('Set one of Words and VocabularyFilterFileUri, and not both.');
  }
  if (role !== undefined) throw notSupported('DataAccessRoleArn of a vocabulary filter');
  const all = words ?? (await fileLines(call, call.principal, uri ?? ''));
  const kept = [...new Set(all.map((word) => word.trim()).filter(Boolean))];
  if (kept.length === 0) throw badRequest('The vocabulary filter has no words.');
  if (Buffer.byteLength(kept.join('\n')) > MOST_BYTES) throw badRequest('The words of a filter have 50 KB at most.');
  const phrase = kept.find((word) => /\s/.test(word));
  if (phrase !== undefined) throw badRequest(`A vocabulary filter holds single words, and '${phrase}' is a phrase.`);
  return kept;
}

async function fileLines(call: TranscribeCall, principal: Principal, uri: string): Promise<string[]> {
  const at = locationOf(uri);
  if (!at) throw mediaNotReadable();
  try {
    const payload = await readObject(call, principal, at);
    if (payload.size > MOST_BYTES) throw badRequest('The words of a filter have 50 KB at most.');
    return new TextDecoder().decode(await payload.bytes(MOST_BYTES)).split(/\r?\n/);
  } catch (error) {
    if (error instanceof ServiceError && error.code !== 'BadRequestException') throw mediaNotReadable();
    throw error;
  }
}

export const describeFilter = ({ name, languageCode, modifiedAt }: VocabularyFilter) => ({
  VocabularyFilterName: name,
  LanguageCode: languageCode,
  LastModifiedTime: new Date(modifiedAt),
});
