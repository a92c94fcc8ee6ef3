import { describe, expect, it } from 'vitest';
import { echoService, failure, primitive, readEcho, structure } from './testing.ts';

const INTEGER = primitive('integer');
const FLOAT = primitive('float');

describe('CBOR', () => {
  const cbor = echoService('rpcv2Cbor', [
    structure('EchoInput', [
      ['When', primitive('timestamp')],
      ['Data', primitive('blob')],
      ['Ratio', FLOAT],
      ['Count', INTEGER],
      ['Child', 0],
    ]),
  ]);
  const read = (hex: string) => readEcho(cbor, { body: Buffer.from(hex, 'hex') });

  it('reads tagged times, half floats, byte strings, maps without a length and big numbers', async () => {
    const when = '645768656e' + 'c1fb3ff8000000000000'; // 1.5 s
    const data = '6444617461' + '42ff00';
    const ratio = '65526174696f' + 'f93e00'; // 1.5
    const count = '65436f756e74' + 'c24401000000'; // 2 ** 24

    expect(await read(`bf${when}${data}${ratio}${count}ff`)).toEqual({
      When: new Date(1500),
      Data: new Uint8Array([255, 0]),
      Ratio: 1.5,
      Count: 2 ** 24,
    });
  });

  it('takes null and undefined for absent members', async () => {
    expect(await read('a265436f756e74f665526174696ff7')).toEqual({});
  });

  it.each([
    ['a break alone', 'ff'],
    ['a map without its entry', 'a1'],
    ['an endless array', '9bffffffffffffffff'],
    ['endless bytes', '5bffffffffffffffff'],
    ['nothing but array heads', '81'.repeat(1_000_000)],
    ['a text for bytes that is no base64', 'a1644461746163212121'],
    ['a key that is no text', 'a101f6'],
    ['null', 'f6'],
  ])('refuses %s', async (_, hex) => {
    expect(await failure(read(hex))).toMatchObject({ code: 'SerializationException', status: 400 });
  });
});
