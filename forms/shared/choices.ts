/** Choices and small helpers that forms of several kinds share. */
import { adjustmentKinds } from '../../domain/cases/wishes';
import type { Cell, FieldError, Option } from '../form';

/** Free text, sealed. */
export const words = (name: string, label: string, more: Partial<Cell> = {}): Cell =>
  ({ name, label, kind: 'textarea', personal: true, rows: 4, max: 10_000, ...more }) as Cell;

export const yesNo: readonly Option[] = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
];

export const error = (field: string, message: string): FieldError[] => [{ field, message }];

export const channels: readonly Option[] = [
  { value: 'phone', text: 'Phone' },
  { value: 'email', text: 'E-mail' },
  { value: 'letter', text: 'Letter' },
  { value: 'in-person', text: 'In person' },
  { value: 'web', text: 'Website' },
  { value: 'social-media', text: 'Social media' },
];

export const adjustmentOptions: readonly Option[] = Object.entries(adjustmentKinds).map(([value, text]) => ({
  value,
  text,
}));

export const deliveryWays: readonly Option[] = [
  {
    value: 'link',
    text: 'Protected link',
    hint: 'An e-mail with a link, opened by a code that we give another way.',
  },
  { value: 'post', text: 'Post' },
  { value: 'collection', text: 'Collection in person, with identity' },
  {
    value: 'read-aloud',
    text: 'Read aloud',
    hint: 'By phone or in person, once identity is shown (Art 12(1)).',
  },
];
