import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandName, methodName, optionName, shellVariable } from '../cloud/spelling.ts';
import { compileQuery, isTrue, search } from '../query/jmespath.ts';
import { base64OfBytes, bytesOfBase64, findText } from './base64.ts';
import { durationMilliseconds, durationWords } from './duration.ts';
import { parseTemplate } from './template.ts';
import { crc32, zipOf } from './zip.ts';

describe('a ZIP archive', () => {
  const python = spawnSync('python3', ['--version']).status === 0;

  it.skipIf(!python)('is read by Python, with names, contents and check sums', () => {
    const folder = mkdtempSync(join(tmpdir(), 'cairn-zip-'));
    const files = [
      ['index.mjs', 'export const a = "ä";\n'],
      ['lib/data.json', '{}'],
      ['empty.txt', ''],
    ] as const;
    writeFileSync(join(folder, 'a.zip'), zipOf(files));
    const script =
      'import json,sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print(json.dumps([[n, z.read(n).decode()] for n in z.namelist()]))';
    const output = execFileSync('python3', ['-c', script, join(folder, 'a.zip')], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });

    expect(JSON.parse(output)).toEqual(files);
  });

  it('has the check sum of the standard', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });
});

describe('texts and bytes', () => {
  it('survive base64, and are texts exactly when they are UTF-8', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(bytesOfBase64(base64OfBytes(bytes))).toEqual(bytes);
        const text = findText(bytes);
        if (text !== undefined) expect(new TextEncoder().encode(text)).toEqual(bytes);
      }),
    );
    expect(findText(Uint8Array.of(0xff))).toBeUndefined();
  });

  it('have holes for variables alone', () => {
    const open = '$' + '{';
    expect(parseTemplate(`a-${open}b}-${open}c.d}`)).toEqual([
      'a-',
      { variable: ['b'] },
      '-',
      { variable: ['c', 'd'] },
    ]);
    expect(parseTemplate(`${open}aws:username} $${open}b} ${open}} ${open}`)).toEqual([
      `${open}aws:username} ${open}b} ${open}} ${open}`,
    ]);
    expect(parseTemplate('')).toEqual(['']);
  });
});

describe('durations', () => {
  it('are counted and told', () => {
    expect(durationMilliseconds('P7DT1H30M5S')).toBe(7 * 86_400_000 + 5_405_000);
    expect(durationWords('PT1H30M')).toBe('1 hour 30 minutes');
    expect(() => durationMilliseconds('24h')).toThrow(RangeError);
  });
});

describe('spelling', () => {
  // as `aws` 2.9 and boto3 1.26 have them
  it.each([
    ['ListObjectsV2', 'list-objects-v2', 'list_objects_v2'],
    ['CreateHyperParameterTuningJob', 'create-hyper-parameter-tuning-job', 'create_hyper_parameter_tuning_job'],
    ['CreateSAMLProvider', 'create-saml-provider', 'create_saml_provider'],
    ['GetEC2InstanceRecommendations', 'get-ec2-instance-recommendations', 'get_ec2_instance_recommendations'],
    ['ListOpenIDConnectProviders', 'list-open-id-connect-providers', 'list_open_id_connect_providers'],
  ])('%s', (operation, command, method) => {
    expect([commandName(operation), methodName(operation)]).toEqual([command, method]);
  });

  it('of options and variables', () => {
    expect(optionName('stateMachineArn')).toBe('--state-machine-arn');
    expect(optionName('SSEKMSKeyId')).toBe('--ssekms-key-id');
    expect(shellVariable('roleArn')).toBe('ROLE_ARN');
  });
});

describe('JMESPath', () => {
  it('finds nothing, instead of failing, where data is of another kind', () => {
    expect(search('length(Tags)', {})).toBeNull();
    expect(search('A.B', { A: { B: 1 } })).toBe(1);
  });

  it('is the one that the AWS tools know', () => {
    expect(() => compileQuery('let $a = b in $a')).toThrow(/extension of JMESPath/);
    expect(() => compileQuery('a + b')).toThrow(/extension of JMESPath/);
    expect(() => compileQuery('items(a)')).toThrow(/items\(\), which is no function/);
    expect(() => compileQuery('a[')).toThrow(/is not JMESPath/);
    expect(() => compileQuery("sort_by(a, &b)[?c == `1`] | [0].join(',', d[])")).not.toThrow();
  });

  it('has its own idea of truth', () => {
    expect([0, 'a', [0], { a: 1 }, true].map(isTrue)).toEqual([true, true, true, true, true]);
    expect([null, undefined, false, '', [], {}].map(isTrue)).toEqual([false, false, false, false, false, false]);
  });
});
