import { rangeOf } from '../../../api/documents/serve';
import { decisionTag, exemptionOf, sizeOf, sortOf } from '../../../api/documents/words';

describe('a size as people read it', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [1023, '1023 bytes'],
    [1024, '1 KB'],
    [1536, '1.5 KB'],
    [157_286_400, '150 MB'],
    [5_368_709_120, '5 GB'],
  ])('%d bytes are %s', (bytes, text) => expect(sizeOf(bytes)).toBe(text));
});

describe('the part of a recording that a player asks for (RFC 9110 §14.1.2)', () => {
  it.each([
    ['bytes=0-99', { first: 0, last: 99 }],
    ['bytes=900-', { first: 900, last: 999 }],
    ['bytes=-100', { first: 900, last: 999 }],
    ['bytes=900-5000', { first: 900, last: 999 }],
    ['bytes=1000-', 'unsatisfiable'],
    ['bytes=0-1,5-6', null],
    ['bytes=-', null],
    [undefined, null],
  ])('%s of 1,000 bytes', (header, span) => expect(rangeOf(header, 1000)).toEqual(span));
});

it('says which rule keeps an item back', () =>
  expect(exemptionOf('sch2-19')).toBe('Legal professional privilege – DPA Sch 2 ¶19'));

it('says that nothing was decided yet', () => expect(decisionTag(undefined).text).toBe('Not decided'));

it('calls a sort of file by its plain name, and any other a file', () =>
  expect([sortOf('message/rfc822'), sortOf('application/x-unheard-of')]).toEqual(['E-mail', 'File']));
