import { describe, expect, it } from 'vitest';
import { understand } from '../../../../../src-main/core/recovery-codes/understand/understand';

const link = 'otpauth://totp/Bank:ada?secret=JBSWY3DPEHPK3PXP&issuer=Bank';

describe('what is no recovery code', () => {
  it.each([
    [link],
    [`  ${link}\n`],
    [`Set up your app with ${link}`],
    ['otpauth-migration://offline?data=Cg8%3D'],
  ])('is a link that sets up an authenticator: %j', (text) => {
    expect(understand(text)).toMatchObject({ kind: 'otpauth-link', oneEach: [], oneKey: null });
  });

  it.each([
    ['JBSWY3DPEHPK3PXP', 'JBSWY3DPEHPK3PXP'],
    ['jbsw y3dp ehpk 3pxp', 'jbsw y3dp ehpk 3pxp'],
    ['Secret key: JBSWY3DPEHPK3PXP', 'JBSWY3DPEHPK3PXP'],
    ['Setup key\nJBSW Y3DP EHPK 3PXP', 'JBSW Y3DP EHPK 3PXP'],
  ])('is a bare secret, and a row all the same: %j', (text, code) => {
    expect(understand(text)).toMatchObject({ kind: 'bare-secret', oneEach: [{ code, isUsed: false }] });
  });

  it.each([
    ['Copy this recovery code:\nJBSWY3DPEHPK3PXP'],
    ['JBSWY3DPEHPK3PX'],
    ['JBSWY3DPEHPK3PX1'],
    ['JbswY3DPEHPK3PXP'],
    ['JBSWY3DPEHPK3PXP\nJBSWY3DPEHPK3PXQ'],
    ['2345672345672345'],
    ['abcdef2345672345'],
    ['abcd efgh ijkl mnop'],
  ])('is a recovery code, in spite of its letters: %j', (text) => {
    expect(understand(text).kind).toBe('recovery-codes');
  });

  it('is left out beside recovery codes, and counted', () => {
    const text = `${link}\nSecret key: JBSWY3DPEHPK3PXP\nPassword: hunter22\nRecovery codes\n44109921\n77150302`;
    expect(understand(text)).toMatchObject({
      kind: 'recovery-codes',
      oneEach: [{ code: '44109921' }, { code: '77150302' }],
      secretsLeftOut: 3,
    });
  });

  it('is counted once, and never when it is a row as well', () => {
    const twice =
      'Secret key: JBSWY3DPEHPK3PXP\nSecret key: JBSWY3DPEHPK3PXP\nRecovery codes\n44109921\n77150302';
    expect(understand(twice).secretsLeftOut).toBe(1);
    expect(understand('Verification code: 44109921\nRecovery codes\n44109921').secretsLeftOut).toBe(0);
  });
});
