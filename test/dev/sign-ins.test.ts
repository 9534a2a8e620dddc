import { everyone } from '../../dev/seed/staff';
import { roles } from '../../domain/roles';

describe('the demonstration', () => {
  it.each(['nottingham-city-homes', 'new-park-village'])(
    'has somebody for each role of %s',
    (organisation) => {
      const played = everyone.filter(({ organisations }) => organisations.includes(organisation));
      expect(roles.filter((role) => !played.some((one) => one.roles.includes(role)))).toEqual([]);
    },
  );
});
