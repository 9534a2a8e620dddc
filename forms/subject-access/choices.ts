/** Choices that several forms of a subject access case share. */
import type { Option } from '../form';

export { channels, deliveryWays, error, words, yesNo } from '../shared/choices';

/** DPA 2018 Sch 2 and Sch 3: what may be withheld, and by which rule (law.md §2.12). */
export const exemptions: readonly Option[] = [
  {
    value: 'sch2-2',
    text: 'Crime and taxation',
    hint: 'DPA Sch 2 ¶2: only so far as it would be likely to prejudice',
  },
  { value: 'sch2-3', text: 'Housing benefit risk assessment', hint: 'DPA Sch 2 ¶3' },
  { value: 'sch2-5', text: 'Required by law, or legal proceedings', hint: 'DPA Sch 2 ¶5' },
  { value: 'sch2-7', text: 'Regulatory and protective functions', hint: 'DPA Sch 2 ¶¶7–12' },
  {
    value: 'sch2-16',
    text: 'Another person’s information',
    hint: 'DPA Sch 2 ¶16: with the balancing questions',
  },
  { value: 'sch2-19', text: 'Legal professional privilege', hint: 'DPA Sch 2 ¶19' },
  { value: 'sch2-20', text: 'Self-incrimination', hint: 'DPA Sch 2 ¶20' },
  { value: 'sch2-22', text: 'Management forecasting or planning', hint: 'DPA Sch 2 ¶22' },
  { value: 'sch2-23', text: 'Negotiations with the person', hint: 'DPA Sch 2 ¶23' },
  { value: 'sch2-24', text: 'Confidential reference', hint: 'DPA Sch 2 ¶24' },
  { value: 'sch3-health', text: 'Health data: serious harm', hint: 'DPA Sch 3 Pt 2' },
  { value: 'sch3-social-work', text: 'Social-work data: serious harm', hint: 'DPA Sch 3 Pt 3' },
];

/** Exemptions on which the DPO is asked before anything is decided. */
export const adviceExemptions = ['sch2-2', 'sch2-19', 'sch3-health', 'sch3-social-work'] as const;
