import { sealer } from '../unit/sealing/sealers';
import { smallPdf } from '../fakes/small-pdf';
import { KitPage } from '../pages/kit-page';
import { RestorePage } from '../pages/restore-page';
import { expect, test as base } from './ground/fixtures';
import { lookAt } from './ground/look-at';
import { photosOf } from './ground/photos-of';

const passphrase = 'six words of my own';

interface Fixtures {
  restoring: RestorePage;
  /** A kit with ten codes as the window shows it, and its PDF as Chromium prints it; then the screen that restores. */
  printed: { readonly pdf: Buffer };
}

const test = base.extend<Fixtures>({
  // The real one, for what stands in QR codes is the armor of age.
  ports: async ({ ports }, use) => use({ ...ports, sealer }),
  restoring: async ({ page }, use) => use(new RestorePage(page)),
  printed: async ({ practiced, page }, use) => {
    const kit = new KitPage(page);
    await practiced.open('Recovery codes');
    await practiced.recoveryCodes.fetch.click();
    await practiced.recoveryCodes.generateNew();
    await expect(practiced.recoveryCodes.rows).toHaveCount(10);
    await practiced.open('Backups');
    await practiced.backups.exportKit.click();
    await kit.choose('On paper');
    await kit.type(passphrase);
    await kit.showPage.click();
    await expect(kit.codes).toHaveCount(10);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    await kit.done.click();
    await practiced.backups.restore.click();
    await use({ pdf });
  },
});

test('the PDF of a printed kit is read, and opens with its passphrase', async ({ printed, restoring }) => {
  await restoring.drop(restoring.area, [{ name: 'kit.pdf', content: printed.pdf }]);
  await expect(restoring.passphrase).toBeFocused();
  await restoring.open(passphrase);
  await restoring.unfold('Here already');
  await expect(restoring.row('Practice service')).toContainText('10 of 10 left');
});

test('photos of it are read one after another, in any order', async ({ printed, restoring, page }) => {
  const photos = await photosOf(page, printed.pdf);
  await restoring.pictures.setInputFiles(photos.slice(1));
  await expect(restoring.sheet).toContainText('2 QR codes read');
  await restoring.pictures.setInputFiles(photos.slice(0, 1));
  await expect(restoring.passphrase).toBeFocused();
  await restoring.open(passphrase);
  await restoring.unfold('Here already');
  await expect(restoring.row('Practice service')).toContainText('10 of 10 left');
});

test('what is no printed kit says why, file by file, and others can be added', async ({
  printed,
  restoring,
  page,
}) => {
  const [firstPage] = await photosOf(page, printed.pdf);
  const locked = smallPdf([[{ text: 'abcd', x: 60, y: 700 }]], { locked: true });
  await restoring.drop(restoring.area, [
    { name: 'locked.pdf', content: locked },
    { name: 'letter.pdf', content: smallPdf([[{ text: 'abcd', x: 60, y: 700 }]]) },
    { name: 'junk.png', content: Buffer.from('89504e470d0a1a0a0000000d494844520000010000000100', 'hex') },
    { name: 'bomb.png', content: Buffer.from('89504e470d0a1a0a0000000d494844520000ffff0000ffff', 'hex') },
    { name: 'phone.heic', content: Buffer.from('00000018667479706865696300000000', 'hex') },
    { name: 'page.jpg', content: firstPage?.buffer ?? Buffer.alloc(0) },
  ]);
  await expect(restoring.unread).toHaveText([
    /^bomb\.png.*120 megapixels/,
    /^junk\.png.*could not be read/,
    /^letter\.pdf.*No QR code/,
    /^locked\.pdf.*password/,
    /^phone\.heic.*HEIC/,
  ]);
  await expect(restoring.sheet).toContainText('2 of 4 QR codes read');
  await expect(restoring.sheet).toContainText('Numbers 3 and 4 are missing');
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [420, 880, 1440]) {
      await page.setViewportSize({ width, height: 1100 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await lookAt(page, 'printed-kit', `${colorScheme} ${width}`);
    }
  }
  await restoring.forgetSheet.click();
  await expect(restoring.sheet).toBeHidden();
});

test('no script but the one that reads becomes a worker', async ({ opened, page }) => {
  const refused = await page.evaluate(() => {
    const tries = {
      'a script of its own': () => new Worker(URL.createObjectURL(new Blob(['1']))),
      'one of the bundle': () => new Worker('/assets/index.js'),
      'another policy': () =>
        (
          window as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => unknown } }
        ).trustedTypes.createPolicy('mine', {}),
    };
    return Object.entries(tries).flatMap(([name, attempt]) => {
      try {
        attempt();
        return [];
      } catch {
        return [name];
      }
    });
  });
  expect(opened.complaints.length).toBeGreaterThan(0);
  expect(refused).toEqual(['a script of its own', 'one of the bundle', 'another policy']);
});
