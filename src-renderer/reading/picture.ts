import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import { dotsOf } from './picture-size';

/**
 * A picture out of its bytes, the right way up.
 *
 * @throws AppError `read-picture-too-large`, by what its header says; `file-unreadable`
 */
export async function pictureOf(bytes: ArrayBuffer): Promise<ImageBitmap> {
  const dots = dotsOf(new Uint8Array(bytes));
  if (dots === null) throw new AppError('file-unreadable');
  if (dots > limits.pictureDots) throw new AppError('read-picture-too-large');
  return createImageBitmap(new Blob([bytes])).catch((): never => {
    throw new AppError('file-unreadable');
  });
}
