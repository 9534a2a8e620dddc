import { expand, hiddenContent, limits, readEmail, UnsafeArchive } from '../../documents';
import { email, outlook, zipOf } from './files';

const zip = (content: Buffer) => ({ name: 'found.zip', mediaType: 'application/zip', content });

describe('What a file holds', () => {
  test('is the attachments of an e-mail', async () => {
    const file = {
      name: 'mail.eml',
      mediaType: '',
      content: email({ name: 'report.txt', content: 'The report.' }),
    };
    const [attachment, ...more] = await expand(file);
    expect(more).toEqual([]);
    expect(attachment).toMatchObject({ name: 'report.txt', mediaType: 'text/plain' });
    expect(attachment?.content.toString().trim()).toBe('The report.');
  });

  test('is the attachments of a message that Outlook stored; of one that cannot be read, nothing', async () => {
    const content = outlook('It leaks again.', { name: 'report.txt', content: 'The report.' });
    const message = { name: 'mail.msg', mediaType: '', content };
    const found = (await expand(message)).map((one) => [one.name, one.content.toString()]);
    expect(found).toEqual([['report.txt', 'The report.']]);
    expect(await hiddenContent(message)).toEqual([]);
    expect(await readEmail(content, 'application/vnd.ms-outlook')).toMatchObject({
      subject: 'The boiler',
      text: 'It leaks again.',
      from: { name: 'Hazel Moss' },
      to: [{ name: 'The repairs team' }],
    });
    const broken = { ...message, content: Buffer.from('d0cf11e0', 'hex') };
    expect([await expand(broken), await hiddenContent(broken)]).toEqual([[], ['not-examined']]);
    await expect(expand(message, { ...limits, bytesEach: 5 })).rejects.toBeInstanceOf(UnsafeArchive);
  });

  test('is the files of an archive and of archives inside it, without what systems leave there', async () => {
    const inner = await zipOf({ 'deep.txt': 'deep' });
    const content = await zipOf({
      'a/one.txt': 'one',
      'inner.zip': inner,
      '__MACOSX/a/._one.txt': 'x',
      '.DS_Store': 'x',
    });
    expect((await expand(zip(content))).map(({ name }) => name)).toEqual(['a/one.txt', 'deep.txt']);
  });

  test('is nothing, for any other file', async () => {
    expect(await expand({ name: 'note.txt', mediaType: 'text/plain', content: Buffer.from('x') })).toEqual(
      [],
    );
  });
});

describe('An archive that would fill the machine', () => {
  const refused = async (content: Buffer, bounds = {}) => {
    const failure = await expand(zip(content), { ...limits, ...bounds }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UnsafeArchive);
    return (failure as UnsafeArchive).code;
  };

  test('is refused for its size, before it is unpacked', async () => {
    const bomb = await zipOf({ 'zeros.bin': Buffer.alloc(30 * 1_048_576) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refused(bomb)).toBe('too-large');
    expect(await refused(await zipOf({ 'a.bin': Buffer.alloc(2_000) }), { bytesEach: 1_000 })).toBe(
      'too-large',
    );
    const two = await zipOf({ 'a.bin': Buffer.alloc(600), 'b.bin': Buffer.alloc(600) });
    expect(await refused(two, { bytesTogether: 1_000 })).toBe('too-large');
  });

  test('is refused for the number of its files', async () => {
    expect(await refused(await zipOf({ 'a.txt': 'a', 'b.txt': 'b', 'c.txt': 'c' }), { entries: 2 })).toBe(
      'too-many-files',
    );
  });

  test('is refused for archives within archives within archives', async () => {
    let content = await zipOf({ 'a.txt': 'a' });
    for (let depth = 0; depth < 4; depth += 1) content = await zipOf({ 'next.zip': content });
    expect(await refused(content)).toBe('too-deep');
  });

  test('shares one allowance with the archives inside it', async () => {
    const inner = await zipOf({ 'a.bin': Buffer.alloc(600) });
    expect(await refused(await zipOf({ 'one.zip': inner, 'two.zip': inner }), { bytesTogether: 1_200 })).toBe(
      'too-large',
    );
  });

  test('is refused when it is broken', async () => {
    expect(await refused(Buffer.from('PK not really'))).toBe('broken');
  });
});

test('A name never leads out of a folder', async () => {
  const content = await zipOf({ 'C:/fine/./up.txt': 'x' });
  const names = (await expand(zip(content))).map(({ name }) => name);
  expect(names.every((name) => !/\.\.|^[/\\]|:/.test(name))).toBe(true);
});
