/** Notes that somebody was here. On a disk that is full nothing can be noted (SQLite's 13), and whoever reads may go on reading. */
export async function noteUse(note: () => Promise<unknown>): Promise<void> {
  try {
    await note();
  } catch (error) {
    if (!(error instanceof Error && 'errcode' in error && error.errcode === 13)) throw error;
  }
}
