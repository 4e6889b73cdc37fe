import { keepMergePart, type MergePart } from '../store/merge-parts.ts';

/** A later slice says what of its own hangs on leads, so that a merge takes it along and undoing brings it back. */
export function registerMergePart(part: MergePart): MergePart {
  keepMergePart(part);
  return part;
}
