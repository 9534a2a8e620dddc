import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { pack } from '../../activities/documents/pack';
import { expand } from '../../documents';

const MIB = 1_048_576;
const at = new Date('2026-11-29T12:00:00Z');

describe('A ZIP of files of any size', () => {
  test('is made while it is read: no more than a few pieces of a file are held at once', async () => {
    const piece = randomBytes(MIB);
    let [opened, held, most] = [0, 0, 0];
    const recording = async function* (): AsyncIterable<Buffer> {
      for (let index = 0; index < 16; index += 1) {
        opened += MIB;
        held += MIB;
        most = Math.max(most, held);
        yield await Promise.resolve(piece);
      }
    };
    let stored = 0;
    const files = [
      { name: '001.mp4', content: recording },
      { name: '002.mp4', content: recording },
    ];
    for await (const part of pack(files, at)) {
      stored += part.length;
      held -= part.length;
      // Whoever stores it is slower than whoever reads it.
      await new Promise((resume) => setImmediate(resume));
    }
    expect(opened).toBe(32 * MIB);
    expect(stored).toBeGreaterThan(opened * 0.99);
    expect(most).toBeLessThan(8 * MIB);
  });

  test('holds each file under its name', async () => {
    const words = async function* (): AsyncIterable<Buffer> {
      yield await Promise.resolve(Buffer.from('some '));
      yield Buffer.from('words');
    };
    const files = [
      { name: 'index.csv', content: Buffer.from('a,b') },
      { name: '001.txt', content: words },
    ];
    const zip = { name: 'a.zip', mediaType: 'application/zip', content: await buffer(pack(files, at)) };
    const found = (await expand(zip)).map(({ name, content }) => [name, content.toString()]);
    expect(found).toEqual([
      ['index.csv', 'a,b'],
      ['001.txt', 'some words'],
    ]);
  });

  test('ends with the error of a file that cannot be read', async () => {
    // eslint-disable-next-line require-yield -- it fails before the first piece
    const broken = async function* (): AsyncIterable<Buffer> {
      await Promise.reject(new Error('tampered'));
    };
    await expect(buffer(pack([{ name: 'a', content: broken }], at))).rejects.toThrow('tampered');
  });
});
