/** Something the person who starts the server can put right; its message is printed as it is, without a stack. */
export class StartProblem extends Error {
  override name = 'StartProblem';
}

/** Turns the usual errors of a file system into a sentence that names the folder and the cure. */
export function explainFileError(error: unknown, path: string): StartProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reasons: Record<string, string> = {
    EACCES: 'this user may not write there. Change its owner, or set DATA_DIR to a folder of your own',
    EPERM: 'this user may not write there. Change its owner, or set DATA_DIR to a folder of your own',
    EROFS: 'the file system is read-only. Set DATA_DIR to a folder on another one',
    ENOSPC: 'the disk is full. Free some space and start again',
    ENOTDIR: 'a part of that path is a file, not a folder. Set DATA_DIR to another path',
    EEXIST: 'a file of that name is in the way. Set DATA_DIR to another path',
  };
  const reason = reasons[code] ?? (error instanceof Error ? error.message : String(error));
  return new StartProblem(`Cannot use ${path}: ${reason}.`);
}
