import { readPeople } from '../../../domain/cases/breach/people';

describe('The list of people affected', () => {
  test('is read with quotation marks, line breaks in cells, flags, and columns in any order', () => {
    const csv =
      '\uFEFFEmail,Name,post,flags,what\r\nivo@mail.test,Ivo Thorn,,,\r\n,"Fenn, Ada","2 Test Close\nAnytown",domestic-abuse;informant,"her ""old"" address"\r\n\r\n';
    expect(readPeople(csv)).toEqual({
      faults: [],
      people: [
        { name: 'Ivo Thorn', email: 'ivo@mail.test', post: null, flags: [], what: '' },
        {
          ...{ name: 'Fenn, Ada', email: null, post: ['2 Test Close', 'Anytown'] },
          ...{ flags: ['domestic-abuse', 'informant'], what: 'her "old" address' },
        },
      ],
    });
  });

  test.each([
    ['', 1, 'the list is empty.'],
    ['name', 2, 'nobody is listed.'],
    ['email\na@mail.test', 1, 'the headings must be'],
    ['name,shoe size\nIvo,9', 1, 'the headings must be'],
    ['name,email\nIvo Thorn,ivo', 2, 'the e-mail address is not one.'],
    ['name,email\n,ivo@mail.test', 2, 'the name is missing.'],
    ['name,flags\nIvo Thorn,dangerous', 2, '“dangerous” is not a flag'],
    ['name,post\nIvo Thorn,1 Test Close,Anytown', 2, 'it has more cells than there are headings'],
    ['name\nIvo Thorn\nAda Fenn\nIvo Thorn', 4, 'the same person and address as in row 2.'],
  ])('with a fault names the row: %j', (csv, row, fault) => {
    expect(readPeople(csv).faults).toEqual([{ row, fault: expect.stringContaining(fault) as string }]);
  });

  test('names every faulty row at once', () => {
    const { faults } = readPeople('name,email\nIvo,bad\nAda,a@mail.test\n,x@mail.test');
    expect(faults.map(({ row }) => row)).toEqual([2, 4]);
  });
});
