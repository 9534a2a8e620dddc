import { recipientsWritten } from '../../../domain/cases/recipients';

test('recipients that were written down are those of the profile by their names, and the others as they stand', () => {
  const profile = [
    { id: 'ons', name: 'Office for National Statistics' },
    { id: 'insurers', name: 'Our insurers' },
  ];
  expect(
    recipientsWritten(
      'office for  national statistics.\r\n\n  Ash and Birch, solicitors \nOur insurers',
      profile,
    ),
  ).toEqual({ known: ['ons', 'insurers'], others: ['Ash and Birch, solicitors'] });
  expect(recipientsWritten('', profile)).toEqual({ known: [], others: [] });
});
