import type { Controller, DpoMatter, Profile, System } from '../../../domain/organisation';
import { exemptions } from '../../../forms/subject-access/choices';
import { hoursInWords } from '../../presentation/tasks';

/** The profile's main points for the page: who we are, for whom we act, what we hold, how we decide. */
export function overviewOf(profile: Profile): object {
  const types = new Map(profile.personTypes.map(({ id, label }) => [id, label]));
  const categories = new Map(profile.categories.map(({ id, label }) => [id, label]));
  return {
    profile,
    facts: facts(profile),
    controllers: profile.controllers.map((one) => ({
      ...one,
      part: parts[one.ourRole],
      route: routes[one.route],
      people: named(one.dataOf, types),
    })),
    systems: profile.systems.map((one) => systemView(one, types, categories)),
    recipients: profile.recipients,
    approvals: approvals(profile),
    stopping: hoursInWords(profile.stopping),
  };
}

const parts: Readonly<Record<Controller['ourRole'], string>> = {
  controller: 'We decide (controller)',
  processor: 'We act for it (processor)',
  joint: 'We decide together (joint controllers)',
};

const routes: Readonly<Record<Controller['route'], string>> = {
  answer: 'We answer',
  instructed: 'We answer on its instructions and name it in letters',
  forward: 'We pass the request on',
};

const named = (ids: readonly string[], labels: ReadonlyMap<string, string>): string =>
  ids.map((id) => labels.get(id) ?? id).join(', ');

const systemView = (
  system: System,
  types: ReadonlyMap<string, string>,
  categories: ReadonlyMap<string, string>,
): object => ({
  ...system,
  holds: named(system.holds, categories),
  people: named(system.personTypes, types),
  overwrite: system.overwriteAfterDays ? `after ${system.overwriteAfterDays} days` : 'Not by itself',
});

function facts(profile: Profile): object[] {
  const { dpo, regulator, governance } = profile;
  const rows: [string, string][] = [
    ['Address', profile.address.join('\n')],
    ['Telephone', profile.telephone],
    ['Registration number', profile.registrationNumber ?? 'Not stated'],
    [
      'Bank holidays of',
      profile.nation.replaceAll('-', ' ').replace(/\b(?!and\b)[a-z]/g, (letter) => letter.toUpperCase()),
    ],
    [
      'Data protection officer',
      `${dpo.name}, ${dpo.email}${dpo.outsider ? ' (works for another body)' : ''}`,
    ],
    ['Requests are handed in to', `${governance.name}, ${governance.email}`],
    ['Regulator', [regulator.shownAs, ...regulator.address, regulator.telephone].join('\n')],
    [
      'Policy',
      [profile.policy.title, profile.policy.reference, profile.policy.version].filter(Boolean).join(', '),
    ],
  ];
  return rows.map(([title, lines]) => ({ title, lines: lines.split('\n') }));
}

function approvals({ approvals: { dpoAskedFor, reviewerMayCheck, adviserMayDecide } }: Profile): string[] {
  return [
    `The DPO is asked about: ${dpoAskedFor.map(matter).join('; ')}.`,
    reviewerMayCheck
      ? 'A reviewer may check their own work, with the reason recorded each time.'
      : 'A second person checks each review.',
    adviserMayDecide
      ? 'Whoever advised may also decide, with the reason recorded each time.'
      : 'Whoever advised does not decide.',
  ];
}

/** What the DPO is asked about, in words: refusals, whole documents withheld, or an exemption by its name. */
function matter(asked: DpoMatter): string {
  if (asked === 'refusal') return 'refusals';
  if (asked === 'withhold') return 'withholding a whole document';
  return exemptions.find(({ value }) => value === asked)?.text.toLowerCase() ?? asked;
}
