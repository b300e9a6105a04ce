import { section } from './catalogue';

/** Names that Latchkey gives where a person has given none. They are kept, and stay as they are in another language. */
export const labelWords = section('labels', {
  practiceAccount: 'Practice service',
  restored: 'Restored',
  /** The entry among what starts at login. */
  loginEntry: {
    name: 'Latchkey',
    comment: 'One-time codes and recovery codes',
  },
});
