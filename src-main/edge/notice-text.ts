import { noticeWords } from '#words/outside/notices';
import type { Notice } from '../core/ports/shell/notice';

/**
 * A notice as a person reads it.
 *
 * @returns a title, which may hold a label, and a body of fixed words alone: some desktops take markup there
 */
export function noticeText(notice: Notice): { readonly title: string; readonly body: string } {
  switch (notice.kind) {
    case 'codeSent': {
      const { title, body } = noticeWords.codeSent;
      return { title: title(notice.label), body };
    }
    case 'fewCodes': {
      const { fewCodes, lastCode } = noticeWords;
      const { body } = notice.isPressing ? lastCode : fewCodes;
      return { title: fewCodes.title(notice.label, notice.left), body };
    }
    case 'backupTrouble':
      return noticeWords.backupTrouble[notice.trouble];
    case 'backupUnchecked':
      return noticeWords.backupUnchecked;
  }
}
