/**
 * Which subject of a ring may import which, as docs/architecture.md draws it: each row may import what stands in the
 * rows below it, and nothing beside or above itself. What stands in the folder of the ring itself (app.ts, main's list)
 * puts the subjects together and is imported by none.
 */
export const rings = {
  'src-main/core': [
    ['restore', 'lock', 'renewal', 'verify', 'settings'],
    ['kit'],
    ['folders'],
    ['opening'],
    ['content'],
    ['recovery-codes', 'accounts', 'desktop', 'updates'],
    ['shelves'],
    ['vault', 'service', 'clipboard'],
    ['keys'],
    ['profile', 'keychain', 'state'],
    ['turns'],
    ['store'],
    ['ports'],
    ['records'],
  ],
  'src-main/edge': [
    ['start'],
    ['keychain', 'lock', 'tray'],
    ['login-start', 'updates', 'windows'],
    ['practice', 'sealing'],
    ['bus', 'files', 'http', 'menu', 'pages', 'processes', 'program'],
  ],
};

/** Subjects whose folder lies in another one. */
export const inside = { kit: 'backup', folders: 'backup', opening: 'backup', content: 'backup' };

/**
 * The rules, one for each subject.
 *
 * @returns {{ files: string[], ring: string, patterns: { regex: string, message: string }[] }[]}
 */
export function subjectRules() {
  return Object.entries(rings).flatMap(([ring, rows]) =>
    rows.flatMap((row, place) =>
      row.map((subject) => {
        const others = rows.slice(0, place + 1).flat();
        const refused = others.filter((other) => other !== subject);
        return {
          ring,
          files: [`${ring}/${folderOf(subject)}/**`],
          patterns: [
            {
              regex: `^(\\.\\./)+((backup/)?(${refused.join('|')})/|[^./][^/]*$)`,
              message: `${subject} may import only what stands below it in scripts/lint/subjects.mjs.`,
            },
          ],
        };
      }),
    ),
  );
}

/** @param {string} subject */
const folderOf = (subject) => (subject in inside ? `backup/${subject}` : subject);
