import type { PutAsideFiles } from '../../core/ports/files/put-aside-files';
import type { ForeignFile } from '../../core/ports/sealing/foreign';
import { systemFiles } from './files';

const vaultName = /^vault\.keyless-\d+\.age(\.bak)?$/;
const keyName = /^vault-key\.keyless-\d+\.(age|new)$/;
/** A vault and its last good version, for each time that a new one was begun. */
const mostVaults = 8;
/** Each costs a second with each passphrase that is typed. */
const mostKeys = 2;

/** The files in the profile folder under the names that KeptFile and sealedKeyFile give them. */
export function putAsideFiles(folder: string): PutAsideFiles {
  return {
    async read() {
      const names = [...(await systemFiles.list(folder).catch(() => []))].sort().reverse();
      const filesLike = async (shape: RegExp, most: number): Promise<ForeignFile[]> => {
        const found: ForeignFile[] = [];
        for (const name of names.filter((one) => shape.test(one)).slice(0, most)) {
          const sealed = await systemFiles.read({ folder, name }).catch(() => null);
          if (sealed) found.push({ name, sealed });
        }
        return found;
      };
      const vaults = await filesLike(vaultName, mostVaults);
      const keys = vaults.length === 0 ? [] : await filesLike(keyName, mostKeys);
      return { vaults, keys: keys.map(({ sealed }) => sealed) };
    },
  };
}
