import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { USUAL_LIMITS } from '../limits.ts';
import { docxOf, fileOf, outcomeOf, paragraph } from '../testing.ts';

const textOf = async (body: string): Promise<string | undefined> =>
  (await outcomeOf(fileOf('job.docx', docxOf(body)))).texts[0]?.text;

describe('a Word document', () => {
  it('gives a line a paragraph, bullets before items, tabs between cells', async () => {
    const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`;
    const item = '<w:numPr><w:ilvl w:val="0"/></w:numPr>';

    const text = await textOf(
      `${paragraph('ML Engineer')}${paragraph('Python &amp; AWS', item)}${paragraph('Git', item)}
       <w:tbl><w:tr>${cell('Years')}${cell('5+')}</w:tr></w:tbl>${paragraph('a<w:tab/>b')}`,
    );

    expect(text).toBe('ML Engineer\n• Python & AWS\n• Git\nYears\t5+\na\tb');
  });

  it('leaves out what was deleted, hidden, or is drawn twice', async () => {
    const run = (text: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;

    const text = await textOf(
      `<w:p>${run('seen')}<w:del>${run('deleted')}</w:del>${run('hidden', '<w:vanish/>')}${run(' too', '<w:vanish w:val="0"/>')}
       <mc:AlternateContent><mc:Choice>${run(' box')}</mc:Choice><mc:Fallback>${run(' box')}</mc:Fallback></mc:AlternateContent></w:p>`,
    );

    expect(text).toBe('seen too box');
  });

  it('expands no entities of its own', async () => {
    const xml =
      '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]><w:document><w:p><w:t>x &a; &b; y</w:t></w:p></w:document>';

    const { texts } = await outcomeOf(fileOf('job.docx', zipSync({ 'word/document.xml': strToU8(xml) })));

    expect(texts[0]?.text).toBe('x &a; &b; y');
  });

  it('never takes a name in it for a path', async () => {
    const zip = zipSync({ '../../word/document.xml': strToU8('<w:document/>'), '/etc/passwd': strToU8('x') });

    expect((await outcomeOf(fileOf('job.docx', zip))).refused).toMatch(/is an archive/);
  });

  it('that is a zip bomb is refused while it is inflated, whatever size it declares', async () => {
    const bomb = zipSync({ 'word/document.xml': [new Uint8Array(3_000_000).fill(0x20), { level: 1 }] });
    const directory = bomb.length - 22 - 46 - 'word/document.xml'.length;
    new DataView(bomb.buffer, bomb.byteOffset).setUint32(directory + 24, 1000, true); // the size that it declares

    const limits = { ...USUAL_LIMITS, ratioFromBytes: 1_000_000 };

    expect(bomb.length).toBeLessThan(10_000);
    expect((await outcomeOf(fileOf('cv.docx', bomb), limits)).refused).toMatch(
      /^“cv.docx” unpacks to far more than a document needs/,
    );
  });

  it('that expands evenly is refused at the limit of bytes', async () => {
    const { refused } = await outcomeOf(fileOf('cv.docx', docxOf(paragraph('abc'.repeat(400)))), {
      ...USUAL_LIMITS,
      docxExpandedBytes: 1000,
    });

    expect(refused).toMatch(/unpacks to far more/);
  });

  it.each([
    ['a spreadsheet', { 'xl/workbook.xml': strToU8('x') }, /is a spreadsheet; save its sheet as csv/],
    ['a document of Pages', { 'Index/Document.iwa': strToU8('x') }, /save it there as docx or pdf/],
    ['another archive', { 'jobs.docx': docxOf(paragraph('x')) }, /is an archive; unpack it/],
  ])('that is %s says what to do', async (_, parts, sentence) => {
    expect((await outcomeOf(fileOf('x.docx', zipSync(parts)))).refused).toMatch(sentence);
  });

  it('with a password or in the old format is refused', async () => {
    const old = new Uint8Array(2048);
    old.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    const locked = old.slice();
    for (const [index, letter] of [...'EncryptedPackage'].entries()) locked[600 + 2 * index] = letter.charCodeAt(0);

    expect((await outcomeOf(fileOf('cv.doc', old))).refused).toMatch(/old Office format/);
    expect((await outcomeOf(fileOf('cv', locked))).refused).toMatch(/protected by a password/);
  });
});
