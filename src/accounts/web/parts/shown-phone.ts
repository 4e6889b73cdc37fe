/** A phone as people read it, without the country of the reader: 138 1234 2671. What is masked stays as it is. */
export function shownPhone(phone: unknown): string {
  if (typeof phone !== 'string') return '';
  const national = phone.replace(/^\+86/, '');
  return /^1\d{10}$/.test(national)
    ? `${national.slice(0, 3)} ${national.slice(3, 7)} ${national.slice(7)}`
    : national;
}
