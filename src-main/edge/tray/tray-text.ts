import { noticeWords } from '#words/outside/notices';
import { trayWords } from '#words/outside/tray';
import type { EntrySaying, TooltipSaying } from '../../core/desktop/tray-menu';

/** An entry of the tray's menu, as a person reads it. */
export function entryText(entry: EntrySaying): string {
  switch (entry.say) {
    case 'quick-verify':
      return trayWords.quickVerify;
    case 'text-me-a-code':
      return trayWords.textMeACode;
    case 'copy-next-code':
      return entry.left === null ? trayWords.copyNextCode : trayWords.copyNextCodeOf(entry.left);
    case 'account':
      return entry.label;
    case 'open':
    case 'unlock':
    case 'lock':
    case 'quit':
      return trayWords[entry.say];
  }
}

/** What shows when the pointer rests on the icon, in lines. */
export const tooltipText = (lines: readonly TooltipSaying[]): string => lines.map(lineText).join('\n');

function lineText(line: TooltipSaying): string {
  const { tooltip } = trayWords;
  switch (line.say) {
    case 'latchkey':
    case 'locked':
      return tooltip[line.say];
    case 'account':
      return tooltip.account(line.label);
    case 'clearing':
      return tooltip.clearing(line.seconds);
    case 'few-codes':
      return tooltip.fewCodes(line.label, line.left);
    case 'backup-trouble':
      return noticeWords.backupTrouble[line.trouble].title;
  }
}
