/** What a group is known by: the same members give the same text in whatever order they come. */
export function signatureOf(members: readonly { readonly object: string; readonly id: string }[]): string {
  return members
    .map(({ object, id }) => `${object}/${id}`)
    .toSorted()
    .join(' ');
}
