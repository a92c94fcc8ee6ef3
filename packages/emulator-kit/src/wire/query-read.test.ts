import { describe, expect, it } from 'vitest';
import type { PackShape } from '../schema/pack.ts';
import { echoService, failure, primitive, readEcho, structure } from './testing.ts';

const STRING = primitive('string');
const INTEGER = primitive('integer');

describe('query', () => {
  const shapes: PackShape[] = [
    structure('EchoInput', [
      ['Names', 1],
      ['Flat', 1, { xmlFlattened: true, xmlName: 'Hi' }],
      ['Times', 2],
      ['Map', 3],
      ['FlatMap', 4, { xmlFlattened: true, xmlName: 'Attribute' }],
      ['Nested', 0],
      ['Count', INTEGER],
      ['Data', primitive('blob')],
      ['Renamed', 5],
    ]),
    ['l', STRING, 0, 0, 0],
    ['l', primitive('timestamp'), 0, 0, 0],
    ['m', STRING, 0, STRING, 0, 0, 0],
    ['m', STRING, { xmlName: 'Name' }, STRING, { xmlName: 'Value' }, 0, 0],
    ['l', STRING, { xmlName: 'item' }, 0, 0],
  ];
  const query = echoService('awsQuery', shapes);
  const read = (form: string) => readEcho(query, { body: `Action=Echo&Version=2026-01-01${form}` });

  it('reads lists: wrapped, flattened, renamed, of times, in the order of their numbers', async () => {
    const input = await read(
      '&Names.member.10=c&Names.member.2=b&Names.member.1=a%2Bb+c' +
        '&Hi.1=x&Hi.2=y&Times.member.1=2026-01-02T03:04:05Z&Times.member.2=0&Renamed.item.1=z',
    );

    expect(input).toEqual({
      Names: ['a+b c', 'b', 'c'],
      Flat: ['x', 'y'],
      Times: [new Date('2026-01-02T03:04:05Z'), new Date(0)],
      Renamed: ['z'],
    });
  });

  it('reads maps, wrapped and flattened', async () => {
    const input = await read(
      '&Map.entry.1.key=a&Map.entry.1.value=1&Attribute.1.Name=__proto__&Attribute.1.Value=2&Attribute.2.Name=b&Attribute.2.Value=',
    );

    expect(input.Map).toEqual({ a: '1' });
    expect(Object.entries(input.FlatMap as object)).toEqual([
      ['__proto__', '2'],
      ['b', ''],
    ]);
  });

  it('reads empty lists and maps', async () => {
    expect(await read('&Names=&Map=&Hi=')).toEqual({ Names: [], Map: {}, Flat: [] });
  });

  it('reads nested structures, and an Action in the query string', async () => {
    const inQuery = await readEcho(query, { method: 'GET', query: 'Action=Echo&Nested.Nested.Count=2&Data=AQ==' });

    expect(inQuery).toEqual({ Nested: { Nested: { Count: 2 } }, Data: new Uint8Array([1]) });
  });

  it.each([
    ['a number that is none', '&Count=x'],
    ['a number with members', '&Count.a=1'],
    ['a list without numbers', '&Names=x'],
    ['an entry without its value', '&Map.entry.1.key=a'],
    ['a broken escape', '&Count=%zz'],
    ['an escape that is no UTF-8', '&Count=%ff'],
    ['a name of two hundred steps', `&${'Nested.'.repeat(200)}Count=1`],
    ['too many parameters', '&a=b'.repeat(20_001)],
  ])('refuses %s', async (_, form) => {
    expect(await failure(read(form))).toMatchObject({ code: 'MalformedInput', status: 400 });
  });

  it('refuses names that would grow a forest', async () => {
    const form = Array.from({ length: 2000 }, (_, index) => `&${index}${'.a'.repeat(90)}=1`).join('');

    expect((await failure(read(form))).code).toBe('MalformedInput');
  });

  it('names a missing and an unknown action', async () => {
    expect((await failure(readEcho(query, { body: 'Version=1' }))).code).toBe('MissingAction');
    expect((await failure(readEcho(query, { body: 'Action=Shout' }))).message).toBe(
      'The action Shout is not valid for this web service.',
    );
  });
});
