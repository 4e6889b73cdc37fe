import { foldForSearch } from '#kernel/values/text.ts';

/** The form in which headers are compared: without width, case, blanks, stars, and what stands in brackets. */
export function foldHeader(header: string): string {
  const folded = foldForSearch(header);
  const bare = folded.replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, '').replace(/[\s_\-:*.·/\\"'#]/g, '');
  return bare || folded.replace(/\s/g, '');
}
