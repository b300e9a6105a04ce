import { expect, test } from './ground/fixtures';

const html = { body: '<!doctype html><title>Sign in to the Wi-Fi</title>', contentType: 'text/html' };
const notUnderstood = /something that Latchkey does not understand/;

for (const [name, fault, sentence] of [
  ['a page of HTML', { status: 200, ...html }, notUnderstood],
  ['nothing at all', { status: 200, body: '' }, notUnderstood],
  ['another kind of JSON', { status: 200, body: '{"ok":true}' }, notUnderstood],
  ['HTML with an error', { status: 503, ...html }, /problem of its own/],
  ['a redirect', { redirect: 'http://127.0.0.1:9/' }, /points to another address/],
  ['a refusal', { status: 403, body: '{"error":"Access denied \\u202eevil"}' }, /does not allow this/],
] as const) {
  test(`verify answered by ${name} gets one clear sentence`, async ({ practiced, practice }) => {
    (await practice.service()).setFault({ on: 'POST /user/otp/verify/{otp}', ...fault });
    await practiced.verify.type('123456');
    await expect(practiced.alert).toContainText(sentence);
    await expect(practiced.alert).not.toContainText('\u202e');
    await expect(practiced.alert).toHaveCount(1);
    await expect(practiced.verify.code).toHaveValue('123456');
  });

  test(`recovery codes answered by ${name} get one clear sentence`, async ({ practiced, practice }) => {
    (await practice.service()).setFault({ on: 'GET /user/otp/recovery-codes', ...fault });
    await practiced.open('Recovery codes');
    await practiced.recoveryCodes.fetch.click();
    await expect(practiced.alert).toContainText(sentence);
    await expect(practiced.recoveryCodes.codes).toHaveCount(0);
  });
}
