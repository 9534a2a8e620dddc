import { csvOf } from '../../../api/presentation/csv';

test('quotes, commas and line breaks stay inside their cell', () => {
  expect(csvOf(['A', 'B'], [['x, y', 'say "no"\nnow']])).toBe('\uFEFFA,B\r\n"x, y","say ""no""\nnow"\r\n');
});

test.each(['=1+1', '+44 115', '-2', '@sum'])('%s is text to a spreadsheet, not a formula', (value) => {
  expect(csvOf(['A'], [[value]])).toContain(`'${value}`);
});

test('nothing known is an empty cell', () => {
  expect(csvOf(['A', 'B'], [[null, undefined]])).toBe('\uFEFFA,B\r\n,\r\n');
});
