/** Where to go after signing in: a path of this site, whatever the address bar said. Everything else is the home page. */
export function nextPath(wanted: string | null | undefined): string {
  if (
    !wanted ||
    !/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted) ||
    wanted.includes('\\') ||
    wanted.startsWith('/sign-in') ||
    /%0[ad]/i.test(wanted)
  )
    return '/';
  return wanted;
}
