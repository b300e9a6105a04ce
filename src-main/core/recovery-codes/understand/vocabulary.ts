/** What a label or a heading says of what stands behind it. */
export type About = 'codes' | 'secret' | 'other' | 'unknown';

const codes =
  /recover|back[- ]?up|scratch|emergency|bypass|rescue|fallback|wiederherst|notfall|sicherungs|ersatz|secours|récup|recuper|respaldo|resguardo|ripristin|herstel|восстанов|резерв|恢复|恢復|备用|備用|备份|回復|復旧|バックアップ|복구|백업/iu;
const secret =
  /secret|set-?up key|manual entry|enter (?:this |the )?(?:code|key)|authenticator|\btotp\b|\botp\b|one[- ]time (?:code|password)\b|verification code\b|(?<![\p{L}\p{N}])password(?![- ]?manager)|passwort|kennwort|mot de passe|contraseña|\bpin\b|key id|fingerprint|api[- ]?key|access[- ]?token|geheim|密钥|密码/iu;
const other =
  /\b(?:account|user|username|login|e-?mail|mail|phone|tel|mobile|date|time|day|on|at|generated|created|printed|issued|expires?|valid|version|ids?|uuid|ip|device|site|website|web|url|uri|address|page|host|server|service|name|title|status|state|type|order|invoice|customer|client|folder|favorite|konto|datum|benutzer|nom|fecha|usuario)\b/iu;
const code =
  /cod(?:e|ici|ice|igo)|código|\bkeys?\b|phrase|mnemonic|\bseed\b|token|tan\b|schlüssel|\bclé|clave|chiave|sleutel|код|ключ|码|碼|コード|キー|코드|키/iu;

/** What a text says of the codes behind it. What speaks of recovery means recovery codes, whatever else it names. */
export function aboutOf(label: string): About {
  if (label === '') return 'unknown';
  const text = words(label);
  if (codes.test(text)) return 'codes';
  if (secret.test(text)) return 'secret';
  if (other.test(text) && !code.test(text)) return 'other';
  return 'unknown';
}

/** Whether a label announces a code, a key or a phrase by name, so that letters alone behind it are one. */
export const namesCode = (label: string): boolean => code.test(words(label)) || codes.test(label);

/** Whether it announces several. */
export const namesSeveral = (label: string): boolean => /codes|keys|tokens|codici|códigos|коды/iu.test(label);

/** Whether it announces a key, of which there is one. */
export const namesOneKey = (label: string): boolean =>
  /\bkey\b|phrase|mnemonic|\bseed\b|schlüssel|\bclé\b|clave|chiave|sleutel|ключ/iu.test(words(label)) &&
  !namesSeveral(label);

/** Names in programs as words: `backupCodes`, `used_at`. */
const words = (name: string): string => name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/_/g, ' ');
