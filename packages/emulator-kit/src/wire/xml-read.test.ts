import { describe, expect, it } from 'vitest';
import type { PackShape } from '../schema/pack.ts';
import { echoService, failure, primitive, readEcho, structure } from './testing.ts';

const STRING = primitive('string');
const INTEGER = primitive('integer');

describe('XML', () => {
  const shapes: PackShape[] = [
    structure('EchoInput', [
      ['Names', 1],
      ['Flat', 1, { xmlFlattened: true, xmlName: 'item' }],
      ['Map', 2],
      ['Kind', STRING, { xmlAttribute: true, xmlName: 'xsi:type' }],
      ['Child', 0],
      ['Count', INTEGER],
    ]),
    ['l', STRING, 0, 0, 0],
    ['m', STRING, { xmlName: 'K' }, STRING, { xmlName: 'V' }, 0, 0],
  ];
  const xml = echoService('restXml', shapes);
  const read = (body: string) => readEcho(xml, { body });

  it('reads attributes, lists, flattened lists, maps and references', async () => {
    const input = await read(
      '<?xml version="1.0"?><!-- c --><e:EchoInput xmlns:e="u" xsi:type="User"><Names><member>a &amp; b</member>' +
        '<member/></Names><item>1</item><item><![CDATA[<2>]]></item><Map><entry><K>k</K><V>&#xD;&#10;v</V></entry></Map>' +
        '<Child><Count> 7 </Count></Child></e:EchoInput>\n',
    );

    expect(input).toEqual({
      Kind: 'User',
      Names: ['a & b', ''],
      Flat: ['1', '<2>'],
      Map: { k: '\r\nv' },
      Child: { Count: 7 },
    });
  });

  it.each([
    ['another root', '<Other/>'],
    ['a tag that is not closed', '<EchoInput>'],
    ['another end tag', '<EchoInput></Echo>'],
    ['a number that is none', '<EchoInput><Count>x</Count></EchoInput>'],
    ['elements in a number', '<EchoInput><Count><a/></Count></EchoInput>'],
    ['an attribute twice', '<EchoInput a="1" a="2"/>'],
    ['an entity that is not defined', '<EchoInput>&undefined;</EchoInput>'],
    ['a letter that XML forbids', '<EchoInput>&#0;</EchoInput>'],
    ['two roots', '<EchoInput/><EchoInput/>'],
    ['no element', 'text'],
    ['a document type', '<!DOCTYPE EchoInput><EchoInput/>'],
    ['entities of its own', '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]><EchoInput>&y;</EchoInput>'],
    ['great depth', `${'<EchoInput>'.repeat(5000)}${'</EchoInput>'.repeat(5000)}`],
    ['too many elements', `<EchoInput>${'<a/>'.repeat(200_001)}</EchoInput>`],
    ['tags without end', '<EchoInput'.repeat(1000)],
    ['tags in tags', '</<a'.repeat(100_000)],
    ['an endless attribute', `<EchoInput ${'a'.repeat(100_000)}`],
  ])('refuses %s', async (_, body) => {
    expect(await failure(read(body))).toMatchObject({ code: 'MalformedXML', status: 400 });
  });
});
