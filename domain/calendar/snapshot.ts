/**
 * What bank-holidays.json is. Written by `npm run holidays:update`; a test verifies the hash.
 */
export const snapshot = {
  source: 'https://www.gov.uk/bank-holidays.json',
  /** When GOV.UK was read: a day, or only the month where the day was not kept. */
  taken: '2026-02',
  /** SHA-256 of bank-holidays.json, byte for byte. */
  sha256: '1dce6df4476b5c311a9ea63d3237c78188da20d718d073c0667b236e3b9a23a7',
} as const;
