import type { Finding } from './document';
import type { Profile } from './profile';

/** WCAG 2.2, success criterion 1.4.3 (AA), for text of ordinary size. */
const enough = 4.5;
const white = '#ffffff';

/** Pairs of text and ground that cannot be read well enough. */
export function colourFindings({ colours }: Profile): Finding[] {
  return [
    ...tooClose('text', colours.text, colours.primary, `on ${colours.primary} (primary)`),
    ...tooClose('accent', colours.accent, white, 'on white'),
  ];
}

function tooClose(field: string, text: string, ground: string, where: string): Finding[] {
  const ratio = contrast(text, ground);
  return ratio >= enough
    ? []
    : [
        {
          path: ['colours', field],
          found: `${text}, which has a contrast of ${ratio.toFixed(2)}:1 ${where}`,
          allowed: `a colour with at least ${enough}:1 (WCAG 2.2, 1.4.3)`,
        },
      ];
}

/** Contrast ratio of two `#rrggbb` colours, from 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => linear(parseInt(colour.slice(at, at + 2), 16) / 255));
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
