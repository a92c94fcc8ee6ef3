import { strToU8, zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { USUAL_LIMITS } from '../limits.ts';
import { fileOf, outcomeOf, pageObject, pdfOf, pdfStream, simplePdf } from '../testing.ts';

const LINES = ['Senior ML Engineer', 'We use AWS SageMaker, Python (3.12)', '', '', 'Requirements'];

describe('a PDF', () => {
  it('gives its lines, and an empty one where the gap is wide', async () => {
    const { texts } = await outcomeOf(fileOf('job.pdf', simplePdf([LINES, ['Second page']])));

    expect(texts).toEqual([
      {
        id: 'job.pdf',
        format: 'pdf',
        text: 'Senior ML Engineer\nWe use AWS SageMaker, Python (3.12)\n\nRequirements\n\nSecond page',
      },
    ]);
  });

  it('is read when its streams are compressed and its name says nothing', async () => {
    const { texts } = await outcomeOf(fileOf('download', simplePdf([LINES], true)));

    expect(texts[0]?.text).toContain('AWS SageMaker');
  });

  it('gives characters by ToUnicode where the codes mean nothing', async () => {
    const map = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0001> <001A> <0041> endbfrange
1 beginbfchar <0020> <00E9> endbfchar endcmap end end`;
    const word = (codes: readonly number[]): string => codes.map((code) => code.toString(16).padStart(4, '0')).join('');
    const codes = [...'RESUMEOFAPERSONWHOKNOWSAWS'].map((letter) => letter.charCodeAt(0) - 64);
    const content = `BT /F1 12 Tf 72 720 Td <${word([...codes, 0x20])}> Tj ET`;
    const pdf = pdfOf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[4 0 R]/Count 1>>',
      '<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>',
      pageObject(5),
      pdfStream(zlibSync(strToU8(content)), '/FlateDecode'),
      '<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 600>>',
      pdfStream(zlibSync(strToU8(map)), '/FlateDecode'),
    ]);

    const { texts } = await outcomeOf(fileOf('resume.pdf', pdf));

    expect(texts[0]?.text).toBe('RESUMEOFAPERSONWHOKNOWSAWSé');
  });

  it('is read from a stream of Node, whose chunks are Buffers', async () => {
    const pdf = simplePdf([['We ask for Python, SQL and AWS']]);
    const source = {
      name: 'cv.pdf',
      size: pdf.length,
      async *stream() {
        yield Buffer.from(pdf);
      },
    };

    expect((await outcomeOf(source)).texts.map(({ text }) => text)).toEqual(['We ask for Python, SQL and AWS']);
  });

  it('without text is refused with what to do', async () => {
    const { refused } = await outcomeOf(fileOf('scan.pdf', simplePdf([[''], ['2']])));

    expect(refused).toBe('“scan.pdf” holds pictures of text only; save it as text or run OCR first.');
  });

  it('that asks for a password is refused', async () => {
    const key = `<${'00'.repeat(32)}>`;
    const pdf = simplePdf([LINES]);
    const text = String.fromCharCode(...pdf).replace(
      '/Root 1 0 R',
      `/ID[${key}${key}]/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O${key}/U${key}>>/Root 1 0 R`,
    );

    expect((await outcomeOf(fileOf('offer.pdf', strToU8(text, true)))).refused).toMatch(
      /^“offer.pdf” is protected by a password/,
    );
  });

  it('that is cut off at its start or is no PDF at all is called damaged', async () => {
    expect((await outcomeOf(fileOf('a.pdf', '%PDF-1.7\nrubbish'))).refused).toMatch(/“a.pdf” is damaged or is no PDF/);
    expect((await outcomeOf(fileOf('a.pdf', 'A plain text.'))).refused).toMatch(/“a.pdf” is damaged or is no PDF/);
  });

  it('of many pages is read up to the limit, and says so', async () => {
    const pages = Array.from({ length: 5 }, (_, page) => [`This is the page with number ${page + 1}`]);

    const { texts, notes } = await outcomeOf(fileOf('book.pdf', simplePdf(pages)), { ...USUAL_LIMITS, pdfPages: 3 });

    expect(texts[0]?.text).toMatch(/number 3$/);
    expect(notes).toEqual(['“book.pdf” was read up to page 3 of 5: more than 3 pages are not read.']);
  });
});

describe('a PDF that takes too long', () => {
  it('before there is text says so, and not that it has none', async () => {
    const pages = Array.from({ length: 40 }, () =>
      Array.from({ length: 40 }, () => 'We use Python, SQL and AWS every day'),
    );

    const { texts, notes, refused } = await outcomeOf(fileOf('slow.pdf', simplePdf(pages)), {
      ...USUAL_LIMITS,
      pdfSeconds: 0,
    });

    expect(texts).toEqual([]);
    expect(notes).toEqual([]);
    expect(refused).toBe('“slow.pdf” took longer than 0 seconds to read; save only the pages with the posting.');
  });
});

describe('a PDF bomb', () => {
  const limits = { ...USUAL_LIMITS, pdfStreamBytes: 4_000_000, pdfExpandedBytes: 6_000_000 };
  const blanks = (bytes: number): Uint8Array => zlibSync(new Uint8Array(bytes).fill(0x20), { level: 9 });
  const withContent = (...streams: readonly Uint8Array[]): Uint8Array =>
    pdfOf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[4 0 R]/Count 1>>', '<<>>', pageObject(5), ...streams]);

  it.each([
    ['one stream', withContent(pdfStream(blanks(5_000_000), '/FlateDecode'))],
    ['a stream whose filter stands elsewhere', withContent(pdfStream(blanks(5_000_000), ' 9 0 R'))],
    ['streams together', withContent(...Array.from({ length: 3 }, () => pdfStream(blanks(3_000_000), '/FlateDecode')))],
    ['a stream packed twice', withContent(pdfStream(zlibSync(blanks(100_000)), '[/FlateDecode /FlateDecode]'))],
  ])('%s: refused before it is unpacked', async (_, pdf) => {
    expect((await outcomeOf(fileOf('x.pdf', pdf), limits)).refused).toMatch(/^“x.pdf” unpacks to far more/);
  });

  it.each([
    ['on one line', 'stream'],
    ['a line each', 'stream\n'],
  ])('of nothing but the beginnings of streams, %s, takes no longer than its size asks for', async (_, beginning) => {
    const { refused } = await outcomeOf(fileOf('x.pdf', `%PDF-1.4\n${beginning.repeat(500_000)}`));

    expect(refused).toMatch(/^“x.pdf” (?:is damaged|unpacks to far more)/);
  });

  it('with empty blocks before the content is refused, too', async () => {
    const padding = Array.from({ length: 20_000 }, () => [0, 0, 0, 0xff, 0xff]).flat();
    const packed = new Uint8Array([0x78, 0x9c, ...padding, ...blanks(5_000_000).subarray(2)]);

    expect((await outcomeOf(fileOf('x.pdf', withContent(pdfStream(packed, '/FlateDecode'))), limits)).refused).toMatch(
      /unpacks to far/,
    );
  });

  it('of drawings that repeat one another is read up to the limit', async () => {
    const form = (next: number): Uint8Array => {
      const stream = new TextDecoder().decode(pdfStream('/X Do '.repeat(10)));
      return strToU8(
        stream.replace('<<', `<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X ${next} 0 R>>>>`),
      );
    };
    const forms = Array.from({ length: 12 }, (_, level) => form(7 + level));
    const leaf = new TextDecoder().decode(pdfStream('BT /F1 12 Tf (and again ) Tj ET'));
    const page = pageObject(5).replace('/Resources<<', '/Resources<</XObject<</X 6 0 R>>');
    const pdf = pdfOf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[4 0 R]/Count 1>>',
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
      page,
      pdfStream('/X Do'),
      ...forms,
      leaf.replace('<<', '<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F1 3 0 R>>>>'),
    ]);

    const { texts, notes } = await outcomeOf(fileOf('x.pdf', pdf), { ...USUAL_LIMITS, textCharacters: 1000 });

    expect(texts[0]?.text).toMatch(/^(?:and again ?){50,}/);
    expect(texts[0]?.text.length).toBeLessThanOrEqual(1000);
    expect(notes).toEqual(['“x.pdf” was read up to page 1 of 1: it holds more than 1,000 characters.']);
  });
});
