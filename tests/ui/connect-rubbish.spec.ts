import { expect, test } from './ground/fixtures';

const notAUrl = /not a service URL/;
const useHttps = /Use https/;
const urls: [string, RegExp][] = [
  ['', notAUrl],
  ['metal', notAUrl],
  ['http://example.com', useHttps],
  ['http://127.0.0.1.evil.test', useHttps],
  ['http://localhost.evil.test/v1', useHttps],
  ['ftp://127.0.0.1/', notAUrl],
  ['javascript:alert(1)', notAUrl],
  ['https://user:secret@example.com/v1', notAUrl],
  ['http://127.0.0.1@evil.test/', notAUrl],
  ['https://example.com/v1#part', notAUrl],
  ['https://example.com/v1?key=1', notAUrl],
];
const good = { label: 'Work', serviceUrl: 'http://127.0.0.1:9/v1', token: 'a-good-token' };

test('rubbish in the URL field gets one clear sentence, and everything typed stays', async ({ window }) => {
  const { addAccount } = window;
  await addAccount.connectOwn({ ...good, serviceUrl: '' });
  for (const [url, sentence] of urls) {
    await addAccount.serviceUrl.fill(url);
    await addAccount.submit.click();
    await expect(window.alert).toHaveCount(1);
    await expect(window.alert).toContainText(sentence);
    await expect(addAccount.serviceUrl).toHaveValue(url);
    await expect(addAccount.label).toHaveValue(good.label);
    await expect(addAccount.token).toHaveValue(good.token);
  }
});

test('rubbish in the token field gets one clear sentence and touches no keychain', async ({
  window,
  secrets,
}) => {
  const { addAccount } = window;
  await addAccount.connectOwn({ ...good, token: 'short' });
  for (const token of [
    'short',
    '',
    'with\u0000nul-inside',
    'schlüssel-geheim',
    'x'.repeat(1201),
    'y'.repeat(10_000),
  ]) {
    await addAccount.token.fill(token);
    await addAccount.submit.click();
    await expect(window.alert).toContainText('A token has 8 to 1,200');
    await expect(addAccount.token).toHaveValue(token);
  }
  expect(secrets.touches).toEqual([]);
});

test('a token pasted with blanks and a line end around it is trimmed', async ({ window, secrets }) => {
  await window.addAccount.connectOwn({ ...good, token: '  a-good-token \t' });
  await expect(window.verify.heading).toBeVisible();
  const tokens = [...secrets.entries].filter(([name]) => name.startsWith('token:'));
  expect(tokens.map(([, value]) => value)).toEqual([expect.stringMatching(/^1\.[\w-]{20}\.a-good-token$/)]);
});

for (const [trouble, sentence] of [
  ['locked', /keychain.*locked/i],
  ['unavailable', /no keychain/],
  ['timed-out', /did not answer in time/],
  ['crashed', /stopped/],
] as const) {
  test(`a keychain that is ${trouble} is said in words, with everything typed still there`, async ({
    window,
    secrets,
  }) => {
    secrets.trouble = trouble;
    await window.addAccount.connectOwn(good);
    await expect(window.alert).toContainText(sentence);
    await expect(window.addAccount.token).toHaveValue(good.token);
    expect([...secrets.entries.keys()]).toEqual([]);
  });
}

test('something else at the URL is told before anything is saved, and can be saved all the same', async ({
  window,
  practice,
  secrets,
}) => {
  const service = await practice.service();
  service.setFault({ status: 404, body: '<!doctype html><h1>Not Found</h1>', contentType: 'text/html' });
  await window.addAccount.connectOwn({ ...good, serviceUrl: service.url });
  await expect(window.alert).toContainText('not this kind of service');
  await expect(window.addAccount.serviceUrl).toHaveValue(service.url);
  expect(secrets.touches).toEqual([]);
  await window.addAccount.saveAnyway.click();
  await expect(window.verify.heading).toBeVisible();
});
