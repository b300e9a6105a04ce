import { section } from '../catalogue';

/** The small window. */
export const quickVerifyWords = section('quick-verify', {
  title: 'Quick verify – Latchkey',
  heading: 'Quick verify',
  locked: 'Latchkey is locked',
  /** Below a code that is typed before it can be sent. */
  kept: 'Kept here until Latchkey is unlocked.',
  noAccount: 'There is no account yet. Add one in Latchkey, and its codes can be entered here.',
  openLatchkey: 'Open Latchkey',
  offers: {
    clipboard: (code: string) => `Paste ${code}?`,
    'practice-phone': (code: string) => `Use ${code} from the practice phone?`,
  },
  openedByLink: 'A link opened this window: press Enter to verify the code.',
});
