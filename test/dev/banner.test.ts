import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { banner } from '../../dev/banner';
import { temporaryFolder } from '../support/folder';

const addresses = {
  product: 'http://localhost:3000',
  temporalUi: 'http://localhost:8233',
  mail: '',
  database: 'postgresql://custodian:not-for-the-screen@127.0.0.1:55432/custodian',
  temporal: '127.0.0.1:7233',
  smtp: 'smtp://mail.example',
};

describe('the table that npm start prints', () => {
  it('names the addresses for a person, how to stop, and no password of a database', () => {
    const text = banner(addresses, temporaryFolder());

    expect(text).toContain('Custodian   http://localhost:3000');
    expect(text).toContain('Temporal    http://localhost:8233');
    expect(text).toContain('Stop with Ctrl-C.');
    expect(text).not.toContain('not-for-the-screen');
    expect(text).not.toMatch(/^ +Mail/m);
  });

  it('lists the sign-ins that the demonstration has made, in columns', () => {
    const home = temporaryFolder();
    mkdirSync(join(home, 'demo'));
    const signIns = [
      {
        role: 'Handler',
        organisation: 'New Park Village',
        email: 'handler@npv.example',
        password: 'a long password',
      },
      {
        role: 'DPO',
        organisation: 'Nottingham City Homes',
        email: 'dpo@nch.example',
        password: 'another one',
      },
    ];
    writeFileSync(join(home, 'demo', 'sign-ins.json'), JSON.stringify(signIns));

    const lines = banner(addresses, home)
      .split('\n')
      .filter((line) => line.includes('.example'));

    expect(lines).toHaveLength(2);
    expect(new Set(lines.map((line) => line.search(/\S+@/)))).toHaveProperty('size', 1);
  });
});
