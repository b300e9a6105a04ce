import type { bugReportWords } from './bug-report';
import type { commandLineWords } from './command-line';
import type { dialogWords } from './dialogs';
import type { errorWords } from './errors';
import type { labelWords } from './labels';
import type { menuWords } from './menu';
import type { noticeWords } from './notices';
import type { trayWords } from './tray';
import type { troubleWords } from './trouble';
import type { windowWords } from './windows';

/** The whole catalogue. A second language is one file with `satisfies Catalogue`, handed to `speak`. */
export interface Catalogue {
  readonly 'bug-report': typeof bugReportWords;
  readonly 'command-line': typeof commandLineWords;
  readonly dialogs: typeof dialogWords;
  readonly errors: typeof errorWords;
  readonly labels: typeof labelWords;
  readonly menu: typeof menuWords;
  readonly notices: typeof noticeWords;
  readonly tray: typeof trayWords;
  readonly trouble: typeof troubleWords;
  readonly windows: typeof windowWords;
}
