import { createHash } from 'node:crypto';
import type { Router } from 'express';
import { Router as router } from 'express';
import type { Colours, Profile } from '../../domain/organisation/profile';
import type { Organisations } from '../../register/organisations';

/** How pages look for an organisation: its own name and colours. */
export interface Theme {
  readonly name: string;
  readonly colour: string;
  /** Who protects data there, for the foot of each page. */
  readonly dpo: string | null;
  /** Address of the style sheet; it changes with the colours. */
  readonly stylesheet: string;
}

export interface Themes {
  /** Before signing in, and where several organisations share the product, the product's own. */
  of(organisationId: string | null): Theme;
  readonly router: Router;
}

const NEUTRAL: Colours = { primary: '#23395b', text: '#ffffff', accent: '#1d70b8' };

export function createThemes(organisations: Organisations): Themes {
  const profiles = organisations.all();
  const only = profiles.length === 1 ? profiles[0] : undefined;
  const sheets = new Map(
    [NEUTRAL, ...profiles.map(({ colours }) => colours)].map((one) => [addressOf(one), css(one)]),
  );
  const own = themeOf(only);
  const themes = new Map(profiles.map((profile) => [profile.id, themeOf(profile)]));
  return {
    of: (organisationId) => (organisationId === null ? own : (themes.get(organisationId) ?? own)),
    router: router().get('/theme/:sheet', (req, res, next) => {
      const sheet = sheets.get(`/theme/${req.params.sheet}`);
      if (sheet === undefined) return next();
      res.set('Cache-Control', 'public, max-age=31536000, immutable').type('css').send(sheet);
    }),
  };
}

const themeOf = (profile: Profile | undefined): Theme => ({
  name: profile?.name ?? 'Custodian',
  colour: profile?.colours.primary ?? NEUTRAL.primary,
  dpo: profile?.dpo.email ?? null,
  stylesheet: addressOf(profile?.colours ?? NEUTRAL),
});

const addressOf = (colours: Colours): string =>
  `/theme/${createHash('sha256').update(css(colours)).digest('hex').slice(0, 12)}.css`;

const css = ({ primary, text, accent }: Colours): string =>
  `:root{--org-primary:${primary};--org-text:${text};--org-accent:${accent};--govuk-brand-colour:${primary};--govuk-link-colour:${accent}}\n`;
