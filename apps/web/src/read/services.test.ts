import type { ServiceDecision } from '@cairn/contract';
import { expect, it } from 'vitest';
import { matchingGroups } from './services.ts';

const service = (name: string) => ({ name, note: null, closed: null });
const need = (id: string, text: string, aws: string, azure: string): ServiceDecision => ({
  id,
  need: text,
  aws: [service(aws)],
  azure: [service(azure)],
  decides: null,
  sources: [],
});

const GROUPS = [
  { id: 'speech', title: 'Speech', needs: [need('stt', 'Speech to text', 'Amazon Transcribe', 'Azure Speech')] },
  { id: 'data', title: 'Data', needs: [need('spark', 'Spark', 'Amazon EMR', 'Azure Databricks')] },
];

it.each([
  ['', ['speech', 'data']],
  ['transcribe', ['speech']],
  ['azure DATA', ['data']],
  ['nothing', []],
])('a search for "%s" finds the groups %j', (search, ids) => {
  expect(matchingGroups(GROUPS, search).map(({ id }) => id)).toEqual(ids);
});
