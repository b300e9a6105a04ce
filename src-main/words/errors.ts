import type { ErrorCode } from '#contract/errors';
import { section } from './catalogue';

/** One plain sentence or two for every failure: what happened, what it means, what to do. Only what is known. */
export const errorWords = section('errors', {
  'bad-input': 'Latchkey could not use what was entered. Check the fields and try again.',
  'label-invalid': 'A label has 1 to 60 characters.',
  'service-url-invalid': 'This is not a service URL. Enter one like https://api.example.com/v1.',
  'service-url-not-secure': 'Use https. Plain http is allowed only for a service on this computer.',
  'token-invalid': 'A token has 8 to 1,200 plain letters, digits and signs. Check what was pasted.',
  'address-unconfirmed':
    'The address of this account may come from a backup or a kit. Say yes to it first. Nothing was sent.',
  'not-believed':
    'Look once whether the accounts and backup folders of the version before are yours. Until then nothing is sent.',
  'code-invalid':
    'This cannot be a code, so nothing was sent. A code has 4 to 10 digits, or letters and digits as in k7m2p-4qd9x.',
  'code-like-words':
    'This reads as words or a password, so nothing was sent. A recovery code of any form is sent once this account’s codes are fetched.',

  'token-refused': 'The service refused the token. It may be mistyped, revoked or replaced by another one.',
  'refusal-unclear':
    'The service refused, and did not tell whether it meant the code or the token. Try a new code first.',
  'access-denied': 'The service knows the token, but does not allow this with it.',
  'no-phone-number':
    'The service could not send a text. As a rule that means it has no phone number of yours.',
  'no-second-factor': 'Text messages are switched off for this account on the service’s side.',
  'no-recovery-codes': 'The service has no recovery codes for this account yet.',
  'recovery-codes-unavailable': 'The service does not give recovery codes for this account right now.',
  'rate-limited': 'The service asks for a pause before the next try.',
  'service-refused': 'The service did not accept the request.',
  'service-failed': 'The service has a problem of its own. Try again in a little while.',
  'answer-not-understood': 'The service answered with something that Latchkey does not understand.',
  'not-this-api':
    'Something answers at this URL, but it is not this kind of service. Check the service URL of the account.',
  'not-found':
    'The service found nothing at this address with this token. Either may be wrong: check the token, and the service URL.',
  'redirect-refused':
    'The service points to another address. Latchkey does not follow, because your token would go there too.',

  offline: 'The service cannot be reached. Check the network and the service URL.',
  'connection-not-trusted':
    'The connection is not safe, so nothing was sent: this computer does not trust the service’s certificate.',
  'proxy-unsupported':
    'This computer uses a kind of proxy that Latchkey cannot speak to, so nothing was sent.',
  'timed-out': 'The service did not answer in time. Try again.',
  'outcome-unknown':
    'The request went out and no answer came back, so it is not known whether the service acted on it.',
  'practice-service-down':
    'The practice service did not start. Try again, or quit Latchkey and open it again.',

  'keychain-locked': 'The keychain of this computer is locked, or did not let Latchkey in.',
  'keychain-unavailable': 'Latchkey found no keychain on this computer.',
  'keychain-timed-out': 'The keychain of this computer did not answer in time.',
  'keychain-crashed': 'The keychain of this computer stopped while Latchkey was asking it.',
  'token-elsewhere':
    'The stored token of this account was entered for another address. Nothing was sent. Enter the token for this one.',
  'token-missing': 'The token of this account is no longer stored.',
  'token-not-kept':
    'The keychain accepted what was to be kept but did not give it back, so it is not safely stored.',
  'session-missing': 'There is no session token any more. Verify a code to get a new one.',

  'vault-key-missing':
    'Latchkey found no key that opens the codes on this computer. They are kept as they are, and nothing is written over them.',
  'vault-not-saved':
    'The codes could not be sealed on this computer. Is the disk full, or the folder write-protected?',
  'vault-full':
    'All codes, at most 20,000, lie in one file of at most 16 MiB: these do not fit. Nothing was changed. Remove lists that you do not need.',
  'vault-read-only':
    'The codes were sealed by a newer Latchkey, so this one cannot change them. Update Latchkey.',
  'vault-unreadable': 'The file with the sealed codes could not be read. Nothing was written over it.',
  'no-codes-found': 'No codes were found in this text. A code has at least four letters or digits.',
  'too-many-codes': 'These are more than 1,000 codes. Paste the ones of one site only.',
  'pasted-too-long':
    'This text has more than 524,288 characters, which is more than Latchkey looks through. Paste the part with the codes only.',
  'codes-missing': 'There is no code to keep. Enter at least one.',
  'recovery-code-empty': 'A row has no letter and no digit in it. Correct or remove it.',
  'recovery-code-too-long':
    'A recovery code has at most 1,000 characters. If these are several codes, enter each in a row of its own.',
  'recovery-code-twice':
    'One code is there twice. Blanks, dashes and capital letters make no difference. Remove one of the two.',
  'otpauth-not-code':
    'This is a link that sets up an authenticator (otpauth://), not a recovery code. It was not kept.',
  'last-recovery-code': 'This is the only code of the list. Remove the whole list instead.',
  'too-many-ledgers': 'Latchkey keeps at most 3,000 lists of codes. Remove one that you no longer need.',

  'passphrase-too-short': 'A passphrase has at least 8 characters. Six random words are a good one.',
  'wrong-passphrase':
    'This passphrase does not open it. Check for a missing word, and whether Caps Lock is on.',
  'not-backups-passphrase':
    'This is not the passphrase of your backups. Check for a missing word, and whether Caps Lock is on.',
  'recipient-invalid': 'This is no age public key. It begins with age1 and has 62 characters.',
  'nothing-to-back-up': 'There are no accounts and no codes to put into it yet.',
  'no-folder-chosen': 'Choose a folder first.',
  'no-such-folder': 'This backup folder is no longer set up.',
  'too-many-backup-folders': 'Latchkey writes to at most 8 folders. Remove one that you no longer need.',
  'backup-folder-known': 'Latchkey writes its backups to this folder already.',
  'backup-folder-in-use':
    'This folder holds backups under another passphrase, and nothing was written over them. Type that passphrase, or choose another folder.',
  'backup-folder-gone':
    'The folder is not there. Is its drive unplugged or its server away, or was it moved or renamed?',
  'backup-folder-not-writable': 'Latchkey may not write to this folder. Nothing in it was changed.',
  'backup-folder-full': 'There is no space left in this folder. The backups in it are as they were.',
  'backup-not-written': 'The backup could not be written. The backups in the folder are as they were.',
  'backup-missing': 'There is no backup of this computer in the folder. “Back up now” writes a new one.',
  'backup-damaged':
    'None of the backups in the folder is whole. “Back up now” writes a new one; check the drive, too.',
  'backup-key-missing':
    'The folder has backups, but latchkey-key.age is not beside them. Without it no passphrase opens them.',
  'backup-key-damaged': 'The file latchkey-key.age is damaged, so its passphrase opens nothing.',
  'backup-key-other':
    'The key in this folder opens with this passphrase, but it does not fit the backups beside it.',
  'backup-key-changed':
    'The key here is not the one that this computer wrote. Was the passphrase changed elsewhere? Then “Check my backup” with the new one.',
  'backup-key-alone':
    'This is only the key of a backup folder; the codes are in the backups. Drop them together, or choose their folder.',
  'too-much-to-seal':
    'All codes together are more than one sealed file of 16 MiB holds. Remove lists that you no longer need, then try again.',
  'kit-not-sealed':
    'The kit could not be sealed, and nothing was saved. Try again; if it stays, restart Latchkey.',
  'kit-not-saved': 'The kit could not be saved there. Is the drive full or write-protected?',
  'kit-too-long-for-paper':
    'There are too many codes for paper: nobody scans so many QR codes. Leave lists out, or save the kit as a file.',
  'not-printed': 'The page could not be printed. Check the printer, or save it as a PDF.',
  'file-unreadable': 'This file could not be read.',
  'file-too-large': 'This file is too large for a kit or a backup, which have at most 16 MiB.',
  'file-not-sealed':
    'This is not a sealed file. Kits and backups are age files, with names that end in .age. Photos and PDFs go by “Read a printed kit”.',
  'file-damaged': 'This file is damaged: a part of it is missing or was changed. Try another copy.',
  'file-too-costly':
    'Opening this file would take more memory and time than any kit needs, so Latchkey does not try.',
  'file-not-latchkey': 'The file opened, but it is not a kit or a backup of Latchkey.',
  'file-newer': 'This file was written by a newer Latchkey. Update Latchkey to restore from it.',
  'file-too-full':
    'This file holds more than Latchkey keeps: over 2,000 entries, 10,000 sets or 20,000 codes. Nothing was taken from it.',
  'file-not-downloaded':
    'There is nothing in it on this computer yet: a cloud folder has perhaps not downloaded it. Have it downloaded, and try again.',
  'file-wrong-key': 'This file is sealed to another key.',
  'folder-without-backups': 'There are no Latchkey backups in this folder.',
  'nothing-to-restore': 'Choose a file to restore from first.',
  'restore-too-much':
    'What you chose does not fit beside what is here: at most 20,000 codes in one file of 16 MiB. Nothing was restored. Take fewer entries.',

  'read-too-large': 'This file is too large to be read: at most 64 MiB.',
  'read-text-too-large': 'This text is too long to be read: at most 4 MiB.',
  'read-picture-too-large':
    'This picture is too large to be read: at most 120 megapixels. Save it smaller, or take a new photo.',
  'read-pdf-locked':
    'This PDF asks for a password, so it was not read. Print it into a PDF without one, then try that.',
  'read-pdf-too-long':
    'This PDF has too many pages: at most 50 are read. Save only the pages with the codes.',
  'read-too-slow':
    'Reading this file took too long, so Latchkey stopped. Try another copy, or a photo of it.',
  'read-picture-kind':
    'Latchkey cannot read this kind of picture, such as HEIC or TIFF. Save it as JPEG, PNG or PDF.',
  'read-kind': 'This is no text, no PDF and no picture, so there is nothing in it that Latchkey can read.',
  'read-no-text':
    'There is no text in this file, only pictures. Letters in pictures are not read: copy or type the codes.',
  'sheet-no-codes':
    'No QR code of a kit was found in it. Take the photo from straight above, in good light, one or two codes at a time.',

  locked: 'Latchkey is locked. Unlock it first.',
  'unlock-too-soon': 'After several wrong passphrases the next one has to wait. Nothing was erased.',
  'lock-key-damaged':
    'The file vault-key.age is damaged or gone, so no passphrase opens the vault. Start over, and restore your codes from a backup or a kit.',
  'lock-not-changed':
    'The passphrase could not be changed, and everything is as it was. Is the disk full, or the folder write-protected?',
  'presence-not-confirmed': 'Touch ID did not recognize you, so Latchkey stays locked.',

  'settings-not-saved': 'The settings could not be saved. Is the disk full, or the folder write-protected?',
  'settings-unreadable':
    'The settings file could not be read at start, so Latchkey does not write over it. Nothing was changed.',
  'settings-read-only':
    'The settings were written by a newer Latchkey, so this one cannot change them. Update Latchkey.',

  'shortcut-invalid':
    'Hold Ctrl, Alt or Cmd together with a letter, a digit or another key. Function keys work alone, too.',
  'shortcut-taken':
    'This key combination is not to be had: most likely another program holds it. Choose another one.',
  'start-at-login-not-set':
    'Starting at login could not be changed. Is the disk full, or the folder for it write-protected?',

  'updates-unreachable':
    'The server with newer versions could not be reached, or gave no answer of use. Latchkey works as before.',
  'update-not-genuine':
    'What the server gave does not bear the signature of Latchkey’s makers, or was changed on its way. Nothing of it was installed.',
  'update-outdated':
    'The server gave an older list of versions than before. None of it was used. Look again later, or get Latchkey where you got this one.',
  'update-expired':
    'The server’s list of versions has run out, and may hide newer ones. Look again later, or get Latchkey where you got this one.',
  'update-clock-wrong':
    'This computer’s clock does not fit the signed dates of the list of versions. Set date and time, and look again.',
  'update-not-installed':
    'The newer version was not installed, perhaps because the system’s question for a password was closed. This one works as before.',
  'no-update': 'There is no newer version to be had this way right now.',

  'too-many-accounts': 'Latchkey keeps at most 2,000 accounts. Remove one that you no longer need.',
  'no-such-account': 'This account is not there any more.',
  'no-such-code': 'This code is not there any more. Reveal the codes again.',
  'code-has-note': 'Something is written beside the next code. Read it before you use the code.',
  busy: 'Latchkey is still busy with the last request. Wait a moment and try again.',
  bug: 'Something went wrong inside Latchkey.',
} satisfies Record<ErrorCode, string>);
