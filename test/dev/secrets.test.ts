import { readFileSync, statSync } from 'node:fs';
import { secretsIn } from '../../dev/secrets';
import { temporaryFolder } from '../support/folder';

describe('the secrets of a demonstration', () => {
  it('are made once, and differ from folder to folder', () => {
    const [one, other] = [temporaryFolder(), temporaryFolder()];

    expect(secretsIn(one)).toEqual(secretsIn(one));
    expect(secretsIn(one).sessionSecret).not.toBe(secretsIn(other).sessionSecret);
  });

  it('hold a master key of 32 bytes that only its owner may read', () => {
    const { masterKeyFile } = secretsIn(temporaryFolder());

    expect(Buffer.from(readFileSync(masterKeyFile, 'utf8'), 'base64')).toHaveLength(32);
    expect(statSync(masterKeyFile).mode & 0o777).toBe(0o600);
  });
});
