import type { PracticeService } from '../../../src-main/practice-service/server';
import { connected as test } from '../ground/connected';
import { expect } from '../ground/fixtures';

const newestCode = (practice: PracticeService): string => practice.messages().at(-1)?.code ?? '';
const otherThan = (code: string): string => (code === '000000' ? '000001' : '000000');
const verifies = (practice: PracticeService): number =>
  practice.seen().filter(({ path }) => path.startsWith('/user/otp/verify')).length;

test('a texted code is accepted as soon as its sixth digit is typed', async ({ window, service }) => {
  await window.verify.requestCode();
  await window.verify.type(newestCode(service.practice));
  await expect(window.verify.status).toContainText('Code accepted');
  await expect(window.verify.code).toHaveValue('');
  expect(verifies(service.practice)).toBe(1);
});

test('a code pasted with a blank in the middle is accepted', async ({ window, running, service }) => {
  await window.verify.requestCode();
  const code = newestCode(service.practice);
  const pasted = `${code.slice(0, 3)} ${code.slice(3)}`;
  await running.app.evaluate(async ({ clipboard }, text) => {
    await clipboard.writeText(text);
  }, pasted);
  await window.verify.code.press('Control+V');
  await expect(window.verify.status).toContainText('Code accepted');
});

test('a wrong code is rejected, and the right one still works', async ({ window, service }) => {
  await window.verify.requestCode();
  const code = newestCode(service.practice);
  await window.verify.type(otherThan(code));
  await expect(window.verify.status).toContainText('The service refused this code');
  await expect(window.verify.code).toHaveValue(otherThan(code));
  await window.verify.type(code);
  await expect(window.verify.status).toContainText('Code accepted');
});

test('an expired code says so', async ({ window, service }) => {
  await window.verify.requestCode();
  await service.practice.expireCodes();
  await window.verify.type(newestCode(service.practice));
  await expect(window.verify.status).toContainText('This code has expired');
});

test('a code that was tried too often says so', async ({ window, service }) => {
  await window.verify.requestCode();
  const code = newestCode(service.practice);
  for (let tries = 1; tries <= 5; tries += 1) {
    await window.verify.type(otherThan(code));
    await expect.poll(() => verifies(service.practice)).toBe(tries);
    await expect(window.verify.code).toBeEditable();
  }
  await window.verify.type(code);
  await expect(window.verify.status).toContainText('too many wrong tries');
});

test('a rate limit disables the button and counts down', async ({ window, service }) => {
  const on = 'POST /user/otp/sms/receive';
  service.practice.setFault({
    on,
    status: 429,
    headers: { 'retry-after': '95' },
    body: '{"error":"Slow down"}',
  });
  await window.verify.textMe.click();
  await expect(window.alert).toContainText('asks for a pause');
  await expect(window.alert).toContainText(/You can try again in 1:3\d/);
  await expect(window.verify.textMe).toContainText(/1:3\d/);
  await expect(window.verify.textMe).toContainText('1:30');
  await window.verify.textMe.click({ force: true });
  const asked = service.practice.seen().filter(({ path }) => path === '/user/otp/sms/receive');
  expect(asked).toHaveLength(1);
});

test('a token that the service no longer takes is told from a wrong code', async ({ window, service }) => {
  service.practice.setFault({ status: 401, body: '{"error":"Invalid authentication token"}' });
  await window.verify.type('123456');
  await expect(window.alert).toContainText('refused the token');
  await expect(window.verify.code).toHaveValue('123456');
});

test.describe('where a wrong code, too, is answered 401', () => {
  test.use({ serviceOptions: { wrongCodeStatus: 401 } });

  test('the code is blamed only after the token was seen to be good', async ({ window, service }) => {
    await window.verify.requestCode();
    await window.verify.type(otherThan(newestCode(service.practice)));
    await expect(window.verify.status).toContainText('The service refused this code');
    expect(service.practice.seen().at(-1)).toEqual({ method: 'GET', path: '/user' });
  });
});

test('with the service gone the code stays in the field', async ({ window, service }) => {
  await service.practice.close();
  await window.verify.type('123456');
  await expect(window.alert).toContainText('cannot be reached');
  await expect(window.verify.code).toHaveValue('123456');
});

test('an answer that never comes leaves the fate of the code open, and nothing is sent twice', async ({
  window,
  service,
}) => {
  service.practice.setFault({ on: 'POST /user/otp/verify/{otp}', resetAfterHandling: true });
  await window.verify.type('123456');
  await expect(window.alert).toContainText('not known whether the service acted on it');
  expect(verifies(service.practice)).toBe(1);
});

test.describe('where a verify gives a session token', () => {
  test.use({ serviceOptions: { sessionTokens: true } });

  test('it can be copied and forgotten, and the window never sees it', async ({
    window,
    running,
    service,
  }) => {
    await window.verify.requestCode();
    await window.verify.type(newestCode(service.practice));
    await window.verify.copySession.click();
    await expect(window.verify.status).toContainText('Session token copied');
    const copied = await running.app.evaluate(({ clipboard }) => clipboard.readText());
    const user = await fetch(`${service.url}/user`, { headers: { 'x-auth-token': copied } });
    expect(user.status).toBe(200);
    expect(await running.page.content()).not.toContain(copied);
    await window.verify.forgetSession.click();
    await expect(window.verify.forgetSession).toBeHidden();
  });
});
