import { section } from '../catalogue';

/** What a start says in a terminal, and why one is refused. */
export const commandLineWords = section('command-line', {
  /** @param link opens quick verify */
  help: (link: string) => `Usage: latchkey [options] [FILE.age]

  FILE.age            show Restore with this kit or backup chosen; it is opened by its passphrase alone
  --quick-verify      open the small window for a code, in the Latchkey that runs or in a new one
  --hidden            start without a window, as at login
  --profile-dir DIR   keep everything in this folder instead of the usual one
  --version           say the version
  --help              say this

The link ${link} does what --quick-verify does. A code then waits for Enter.
`,
  cannotStart: 'Latchkey cannot start',
  unsafe: (option: string) =>
    `Latchkey does not start with ${option}: its window would not be kept apart from the rest of your computer. Start it without that option.`,
  /** @param option takes the name of a folder */
  folderMissing: (option: string) => `${option} needs the name of a folder.`,
  /** @param link the only one that there is */
  otherLink: (link: string) => `Latchkey knows one link only: ${link}`,
  unknownOption: (option: string) => `Latchkey does not know the option ${option}. See --help.`,
  unknownArgument: (argument: string) => `Latchkey does not know what to do with ${argument}. See --help.`,
  strangeFolder: (folder: string) =>
    `Latchkey does not use the profile folder ${folder}: it belongs to another user of this computer, or others can write to it. Choose a folder of your own with --profile-dir.`,
  unwritableFolder: (folder: string) => `Latchkey cannot write to its profile folder, ${folder}.`,
});
