import type { Input, Output } from '#kernel/contract.ts';
import type { Visit } from '#kernel/visit.ts';
import type * as contract from '../contract/sign-in.ts';
import { linkOwner } from './set-password-by-link.ts';

/** What the page of an invitation shows before the person accepts. */
export async function lookInvitation(
  { token }: Input<typeof contract.lookInvitation>,
  visit: Visit,
): Promise<Output<typeof contract.lookInvitation>> {
  const { email, name, organisation } = await linkOwner(token, 'invite', visit);
  return { email, name, organisation };
}
