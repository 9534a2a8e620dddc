import { PDFDocument, PDFName, PDFString } from 'pdf-lib';
import { hiddenContent, hiddenInRedacted } from '../../documents';
import { core, docx, jpeg, png, xlsx, zipOf } from './files';

const named = (name: string, content: Buffer) => ({ name, mediaType: '', content });

describe('Hidden content', () => {
  test('is not found where there is none', async () => {
    expect(await hiddenContent(await docx())).toEqual([]);
    expect(await hiddenContent(await xlsx('<sheet name="List" sheetId="1"/>'))).toEqual([]);
    expect(await hiddenContent(named('picture.jpg', jpeg(null)))).toEqual([]);
    expect(await hiddenContent(named('pixel.png', png))).toEqual([]);
    expect(await hiddenContent(named('note.txt', Buffer.from('Words')))).toEqual([]);
  });

  test.each([
    ['tracked-changes', '<w:ins w:author="A"><w:r><w:t>new</w:t></w:r></w:ins>', {}],
    ['tracked-changes', '<w:del w:author="A"><w:r><w:delText>old</w:delText></w:r></w:del>', {}],
    ['hidden-text', '<w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r>', {}],
    ['comments', undefined, { 'word/comments.xml': '<w:comments><w:comment w:id="0"/></w:comments>' }],
    ['metadata', undefined, { 'docProps/core.xml': core('A. Colleague') }],
    ['macros', undefined, { 'word/vbaProject.bin': 'x' }],
    ['attachments', undefined, { 'word/embeddings/list.xlsx': 'x' }],
  ])('of a Word file: %s', async (code, inside, parts) => {
    expect(await hiddenContent(await docx(inside, parts))).toEqual([code]);
  });

  test.each([
    ['hidden-sheets', '<sheet name="Secret" sheetId="2" state="hidden"/>', {}],
    ['hidden-sheets', '<sheet name="Secret" sheetId="2" state="veryHidden"/>', {}],
    ['hidden-rows', '', { 'xl/worksheets/sheet1.xml': '<worksheet><row r="3" hidden="1"/></worksheet>' }],
    ['comments', '', { 'xl/comments1.xml': '<comments/>' }],
  ])('of a spreadsheet: %s', async (code, sheets, parts) => {
    expect(await hiddenContent(await xlsx(sheets, parts as Record<string, string>))).toEqual([code]);
  });

  test('of a presentation: notes for the speaker, and slides that are not shown', async () => {
    const content = await zipOf({
      'ppt/slides/slide1.xml': '<p:sld show="0"></p:sld>',
      'ppt/notesSlides/notesSlide1.xml': '<p:notes/>',
    });
    expect(await hiddenContent(named('talk.pptx', content))).toEqual(['hidden-slides', 'speaker-notes']);
  });

  test('of an OpenDocument text: changes, comments and its author', async () => {
    const content = await zipOf({
      'content.xml': '<office:text><text:tracked-changes/><office:annotation/></office:text>',
      'meta.xml': '<office:meta><dc:creator>A. Colleague</dc:creator></office:meta>',
    });
    expect(await hiddenContent(named('note.odt', content))).toEqual([
      'tracked-changes',
      'comments',
      'metadata',
    ]);
  });

  test('of a PDF: its author, files inside it, notes written onto it, scripts', async () => {
    const pdf = await PDFDocument.create({ updateMetadata: false });
    const page = pdf.addPage();
    expect(await hiddenContent(named('a.pdf', Buffer.from(await pdf.save())))).toEqual([]);
    pdf.setAuthor('A. Colleague');
    await pdf.attach(Buffer.from('x'), 'inside.txt');
    pdf.addJavaScript('hello', 'app.alert(1)');
    const note = pdf.context.obj({ Type: 'Annot', Subtype: 'Text', Contents: PDFString.of('unseen') });
    page.node.set(PDFName.of('Annots'), pdf.context.obj([pdf.context.register(note)]));
    const found = await hiddenContent(named('a.pdf', Buffer.from(await pdf.save())));
    expect([...found].sort()).toEqual(['annotations', 'attachments', 'metadata', 'scripts']);
  });

  test('of a picture: where and with what it was taken', async () => {
    expect(await hiddenContent(named('photo.jpg', jpeg(0xe1, 'Exif\0\0II*\0')))).toEqual(['exif']);
    expect(await hiddenContent(named('photo.jpg', jpeg(0xe1, 'http://ns.adobe.com/xap/1.0/')))).toEqual([
      'metadata',
    ]);
  });

  test('is looked for by what the file is, not by what it is called', async () => {
    expect(await hiddenContent(named('notes.txt', jpeg(0xe1, 'Exif\0\0')))).toEqual(['exif']);
  });

  test.each([
    ['an old binary format', named('old.doc', Buffer.from('d0cf11e0', 'hex'))],
    ['a broken file', named('broken.docx', Buffer.from('not an archive'))],
    ['a broken PDF', named('broken.pdf', Buffer.from('%PDF-1.7 nothing'))],
  ])('that cannot be looked for is said so: %s', async (_what, file) => {
    expect(await hiddenContent(file)).toEqual(['not-examined']);
  });

  test('of a redacted PDF: text that is still there, also on a form inside the page; none where it is a picture', async () => {
    const covered = await PDFDocument.create({ updateMetadata: false });
    covered.addPage().drawText('under the bar');
    const inner = Buffer.from(await covered.save());
    expect(await hiddenInRedacted(named('a.pdf', inner))).toEqual(['text-layer']);
    const outer = await PDFDocument.create({ updateMetadata: false });
    const [form] = await outer.embedPdf(inner);
    if (form) outer.addPage().drawPage(form);
    expect(await hiddenInRedacted(named('b.pdf', Buffer.from(await outer.save())))).toEqual(['text-layer']);
    const flat = await PDFDocument.create({ updateMetadata: false });
    flat.addPage().drawImage(await flat.embedPng(png));
    expect(await hiddenInRedacted(named('c.pdf', Buffer.from(await flat.save())))).toEqual([]);
    expect(await hiddenContent(named('a.pdf', inner))).toEqual([]);
  });
});
