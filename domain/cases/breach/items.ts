/** What the repeated steps of a breach stand for, in words. Workflow-safe. */
import type { Profile } from '../../organisation/profile';

/** What contains a breach. Each becomes a task of its own. */
export const measureTitles = {
  recall: 'Recall the message',
  'wrong-recipient': 'Ask the wrong recipient to delete or return it, and to confirm',
  retrieval: 'Fetch back papers or a device',
  'remote-wipe': 'Wipe or lock the device from afar',
  passwords: 'Change passwords and end sessions',
  isolate: 'Take the system or account off the network',
  'take-down': 'Take down what was published',
  restore: 'Restore from a backup',
  'stop-process': 'Stop the process that caused it',
} as const satisfies Readonly<Record<string, string>>;

/** Who may have to hear of a breach, whatever the organisation. */
const alwaysThere = {
  police: 'Police',
  insurer: 'Insurer',
  processor: 'A processor of ours',
  'other-controller': 'Another controller',
  recipient: 'Somebody to whom we gave the data',
  bank: 'Bank or card provider',
  'cyber-security-centre': 'National Cyber Security Centre',
} as const satisfies Readonly<Record<string, string>>;

/** Bodies that may have to hear of a breach, by id: those above, and those that the profile names. */
export const bodiesToTell = ({ otherBodies }: Profile): Readonly<Record<string, string>> => ({
  ...alwaysThere,
  ...Object.fromEntries(otherBodies.map(({ id, name }) => [id, name])),
});

/** Those, and the controllers for whom we process: whoever may turn out to be concerned later (Art 33(2)). */
export const allToTell = (profile: Profile): Readonly<Record<string, string>> => ({
  ...bodiesToTell(profile),
  ...Object.fromEntries(
    profile.controllers.filter(({ ourRole }) => ourRole !== 'controller').map(({ id, name }) => [id, name]),
  ),
});

/** What a step in a repeated part is about; null where nothing more is to be said. */
export function breachItem(profile: Profile, element: string, item: string): string | null {
  if (element === 'contain' || element === 'contain-also')
    return (measureTitles as Readonly<Record<string, string>>)[item] ?? item;
  if (element === 'tell-other' || element === 'tell-also') return allToTell(profile)[item] ?? item;
  if (/^(notify|assist)-(added-)?controller$/.test(element))
    return profile.controllers.find(({ id }) => id === item)?.name ?? item;
  return element === 'carry-out-action' ? `Action ${item}` : null;
}
