import { severityOf, severityText, type SeverityParts } from '../../../domain/cases/breach/severity';

const parts = (change: Partial<SeverityParts> = {}): SeverityParts => ({
  ...{
    context: 1,
    identification: 0.25,
    confidentiality: 0,
    integrity: 0,
    availability: 0,
    malicious: false,
  },
  ...change,
});

describe('The severity of a breach by ENISA’s method, SE = DPC × EI + CB', () => {
  test.each([
    [parts(), 0.25, 'low'],
    [parts({ context: 2, identification: 1 }), 2, 'medium'],
    [parts({ context: 3, identification: 0.75, confidentiality: 0.5, malicious: true }), 3.25, 'high'],
    [parts({ context: 4, identification: 1 }), 4, 'very-high'],
    [
      parts({
        context: 4,
        identification: 1,
        confidentiality: 0.5,
        integrity: 0.5,
        availability: 0.5,
        malicious: true,
      }),
      6,
      'very-high',
    ],
    [parts({ context: 3, identification: 0.5, availability: 0.25 }), 1.75, 'low'],
    [parts({ context: 3, identification: 1, integrity: 0.25 }), 3.25, 'high'],
  ] as const)('of %o is %d: %s', (given, score, level) => {
    expect(severityOf(given)).toMatchObject({ score, level });
  });

  test('is shown with its parts', () => {
    expect(severityText(parts({ context: 3, identification: 0.75, confidentiality: 0.5 }))).toBe(
      'SE 2.75 = DPC 3 × EI 0.75 + CB 0.5 (medium)',
    );
  });

  test.each([1, 2, 3, 4] as const)(
    'says nothing about reporting, whatever the number (context %d)',
    (context) => {
      expect(severityText(parts({ context }))).not.toMatch(/report|notif|need/i);
    },
  );
});
