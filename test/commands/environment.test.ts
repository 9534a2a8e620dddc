import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BadInput } from '../../commands/command';
import { productEnvironment } from '../../commands/environment';
import { temporaryFolder } from '../support/folder';

const given = 'postgresql://given.test/custodian';

describe('The environment in which a command finds the product', () => {
  it('is the given one where it names a database, whatever runs here', () => {
    expect(productEnvironment({ DATABASE_URL: given, CUSTODIAN_HOME: '/nowhere' })).toEqual({
      DATABASE_URL: given,
      CUSTODIAN_HOME: '/nowhere',
    });
  });

  it('is that of the local demonstration otherwise, with what is given going first', () => {
    const home = temporaryFolder();
    const kept = { DATABASE_URL: 'postgresql://kept.test/custodian', TEMPORAL_NAMESPACE: 'default' };
    writeFileSync(join(home, 'product.json'), JSON.stringify(kept));
    const env = { CUSTODIAN_HOME: home, TEMPORAL_NAMESPACE: 'other', DATABASE_URL: '' };
    expect(productEnvironment(env)).toEqual({ ...kept, TEMPORAL_NAMESPACE: 'other', CUSTODIAN_HOME: home });
  });

  it('is asked for in a sentence that says where it was looked for when there is none', () => {
    const home = temporaryFolder();
    const look = (): unknown => productEnvironment({ CUSTODIAN_HOME: home });
    expect(look).toThrow(BadInput);
    expect(look).toThrow(`no demonstration runs from ${home}. Nothing was done.`);
  });
});
