import type { PreviewLedger, RestorePreview } from '#contract/backups';
import type { Opened } from '../backup/opening/open-chosen';

/**
 * What the window may know of what was opened.
 *
 * @param ledgers how it differs from what is here
 */
export function previewOf(opened: Opened, ledgers: readonly PreviewLedger[]): RestorePreview {
  const { sources, refused, unopened, faults, faultCount } = opened;
  const [newest] = sources;
  return {
    madeAt: newest?.madeAt ?? null,
    file: newest?.name ?? '',
    sources: sources.map(({ name, madeAt }) => ({ file: name, madeAt })),
    ledgers: [...ledgers],
    refused: [...refused],
    unopened,
    faults: [...faults],
    faultCount,
  };
}
