import { upload } from '../../api/upload.ts';

export type Uploaded = { readonly id: string; readonly name: string; readonly bytes: number };

/** Brings a file to be imported. Throws a `Problem`. */
export const uploadFile = (file: File, progress: (share: number) => void, signal: AbortSignal): Promise<Uploaded> =>
  upload(`/api/v1/uploads?name=${encodeURIComponent(file.name)}`, file, progress, signal);
