import { OtpApi } from '../../../../src-main/core/service/otp-api';
import { type Caller, ServiceHttp } from '../../../../src-main/core/service/service-http';
import { FakeClock } from '../../../fakes/fake-clock';
import { FakeHttp } from '../../../fakes/fake-http';
import { FakeRandom } from '../../../fakes/fake-random';

export const caller: Caller = { serviceUrl: 'https://service.test', token: 'token-of-ada', tokenPrefix: '' };

/** The client of the OTP calls on a scripted service. */
export function otpClient() {
  const http = new FakeHttp();
  const clock = new FakeClock();
  const random = new FakeRandom();
  /** The `Sunset` dates that were told of. */
  const sunsets: string[] = [];
  const service = new ServiceHttp({ http, clock, random, version: '1.2.3' }, (_caller, date) =>
    sunsets.push(date),
  );
  return { http, clock, random, sunsets, service, api: new OtpApi(service, clock) };
}

/** The four documented calls and GET /user, by what they are for. */
export const operations = {
  requestCode: { sent: 'POST /user/otp/sms/receive', run: (api: OtpApi) => api.requestCode(caller) },
  verify: { sent: 'POST /user/otp/verify/123456', run: (api: OtpApi) => api.verify(caller, '123456') },
  recoveryCodes: { sent: 'GET /user/otp/recovery-codes', run: (api: OtpApi) => api.recoveryCodes(caller) },
  newRecoveryCodes: {
    sent: 'POST /user/otp/recovery-codes',
    run: (api: OtpApi) => api.newRecoveryCodes(caller),
  },
  whoAmI: { sent: 'GET /user', run: (api: OtpApi) => api.whoAmI(caller) },
} as const;

export type Operation = keyof typeof operations;
