import { type Caller, type RawContext, serve, serveRaw } from '#kernel/http.ts';
import { serveList } from '#kernel/lists.ts';
import { theRegistry } from '#kernel/registry.ts';
import { clearSessionCookie, readSessionCookie, setSessionCookie } from '#kernel/session-cookie.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import { visitOf } from '#kernel/visit.ts';
import { acceptInvitation } from './commands/accept-invitation.ts';
import { assignRoles } from './commands/assign-roles.ts';
import { changePassword } from './commands/change-password.ts';
import { confirmSecondStep } from './commands/confirm-second-step.ts';
import { createKey } from './commands/create-key.ts';
import { createRole } from './commands/create-role.ts';
import { createTeam } from './commands/create-team.ts';
import { createUser } from './commands/create-user.ts';
import { deleteRole } from './commands/delete-role.ts';
import { deleteTeam } from './commands/delete-team.ts';
import { disableSecondStep } from './commands/disable-second-step.ts';
import { disableUser } from './commands/disable-user.ts';
import { enableUser } from './commands/enable-user.ts';
import { endSession } from './commands/end-session.ts';
import { endUserSessions } from './commands/end-user-sessions.ts';
import { enrolSecondStep } from './commands/enrol-second-step.ts';
import { forgotPassword } from './commands/forgot-password.ts';
import { inviteAgain } from './commands/invite-again.ts';
import { lookInvitation } from './commands/look-invitation.ts';
import type { OpenedSession } from './commands/open-session.ts';
import { renewRecoveryCodes } from './commands/renew-recovery-codes.ts';
import { resetPassword } from './commands/reset-password.ts';
import { resetSecondStep } from './commands/reset-second-step.ts';
import { revokeKey } from './commands/revoke-key.ts';
import { lookSetup, setUp } from './commands/set-up.ts';
import { signIn } from './commands/sign-in.ts';
import { signInCode } from './commands/sign-in-code.ts';
import { signOut } from './commands/sign-out.ts';
import { updateProfile } from './commands/update-profile.ts';
import { updateRole } from './commands/update-role.ts';
import { updateTeam } from './commands/update-team.ts';
import { updateUser } from './commands/update-user.ts';
import * as account from './contract/account.ts';
import * as me from './contract/me.ts';
import * as roles from './contract/roles.ts';
import * as signing from './contract/sign-in.ts';
import * as teams from './contract/teams.ts';
import * as users from './contract/users.ts';
import { listOwnKeys, listOwnSessions } from './queries/account.ts';
import { describeCatalogue } from './queries/catalogue.ts';
import { listDirectory, listTeamTree } from './queries/directory.ts';
import { getMe, listOwnPermissions } from './queries/me.ts';
import { getPerson, userSource } from './queries/people.ts';
import { describePermissions, listRoleRows } from './queries/roles.ts';
import { explainVisibility } from './queries/why-visible.ts';

const signingIn = [
  serveRaw(signing.lookSetup, (_input, context) => lookSetup(visitOf(context))),
  serveRaw(signing.setUp, async (input, context) => {
    welcome(context, await setUp(input, visitOf(context), theRegistry()));
    return context.reply.status(201).send({});
  }),
  serveRaw(signing.signIn, async (input, context) => {
    const session = await signIn(input, visitOf(context), readSessionCookie(context.request));
    welcome(context, session);
    return { next: session.next };
  }),
  serveRaw(signing.signInCode, async (input, context) => {
    welcome(context, await signInCode(input, visitOf(context), readSessionCookie(context.request)));
    return { next: 'done' };
  }),
  serveRaw(signing.signOut, async (_input, context) => {
    const { actor, sessionId } = callerOf(context);
    const visit = visitOf(context);
    await visit.transaction(actor.orgId, (tx, now) =>
      signOut(sessionId, visit.ip, { actor, tx, now, source: 'ui', requestId: visit.requestId }),
    );
    clearSessionCookie(context.reply, context.request);
    return {};
  }),
  serveRaw(signing.forgotPassword, async ({ email }, context) => {
    // Answered first and done afterwards: how long it takes would tell whether the account exists.
    const { log } = context.request;
    const visit = visitOf(context);
    setImmediate(() =>
      forgotPassword(email, visit).catch((err: unknown) => log.error({ err }, 'reset link not sent')),
    );
    return context.reply.status(202).send({});
  }),
  serveRaw(signing.resetPassword, async (input, context) => {
    await resetPassword(input, visitOf(context));
    return {};
  }),
  serveRaw(signing.changePassword, async (input, context) => {
    welcome(context, await changePassword(input, browserCaller(context), visitOf(context)));
    return {};
  }),
  serveRaw(signing.lookInvitation, (input, context) => lookInvitation(input, visitOf(context))),
  serveRaw(signing.acceptInvitation, async (input, context) => {
    const session = await acceptInvitation(input, visitOf(context));
    if (session) welcome(context, session);
    return {};
  }),
];

const ownAccount = [
  serve(me.me, (_input, step) => getMe(step)),
  serve(me.ownPermissions, (_input, step) => listOwnPermissions(step)),
  serve(me.catalogue, async (_input, step) => ({ objects: describeCatalogue(step.actor) })),
  serve(me.directory, (_input, step) => listDirectory(step)),
  serve(me.whyVisible, explainVisibility),
  serve(account.updateProfile, updateProfile),
  serveRaw(account.listSessions, async (_input, context) => {
    const { actor, sessionId } = callerOf(context);
    const items = await visitOf(context).transaction(actor.orgId, (tx) =>
      listOwnSessions({ actor, tx }, sessionId),
    );
    return { items };
  }),
  serve(account.endSession, endSession),
  serveRaw(account.enrolSecondStep, (_input, context) =>
    enrolSecondStep(browserCaller(context), visitOf(context)),
  ),
  serveRaw(account.confirmSecondStep, (input, context) =>
    confirmSecondStep(input, browserCaller(context), visitOf(context)),
  ),
  serveRaw(account.disableSecondStep, async (input, context) => {
    await disableSecondStep(input, browserCaller(context), visitOf(context));
    return {};
  }),
  serveRaw(account.renewRecoveryCodes, (input, context) =>
    renewRecoveryCodes(input, browserCaller(context), visitOf(context)),
  ),
  serve(account.listKeys, async (_input, step) => ({ items: await listOwnKeys(step) })),
  serve(account.createKey, createKey),
  serve(account.revokeKey, revokeKey),
];

const administration = [
  ...serveList(users.users, userSource),
  serve(users.getUser, getPerson),
  serve(users.createUser, createUser),
  serve(users.updateUser, updateUser),
  serve(users.assignRoles, assignRoles),
  serve(users.disableUser, disableUser),
  serve(users.enableUser, enableUser),
  serve(users.inviteAgain, inviteAgain),
  serve(users.endUserSessions, endUserSessions),
  serve(users.resetSecondStep, resetSecondStep),
  serve(teams.listTeams, async (_input, step) => ({ items: await listTeamTree(step) })),
  serve(teams.createTeam, createTeam),
  serve(teams.updateTeam, updateTeam),
  serve(teams.deleteTeam, deleteTeam),
  serve(roles.listRoles, async (_input, step) => ({ items: await listRoleRows(step) })),
  serve(roles.listPermissions, async () => describePermissions()),
  serve(roles.createRole, createRole),
  serve(roles.updateRole, updateRole),
  serve(roles.deleteRole, deleteRole),
];

export const routes = [...signingIn, ...ownAccount, ...administration];

function welcome({ reply, request }: RawContext, session: OpenedSession): void {
  setSessionCookie(reply, request, session.token, session.expiresAt);
}

function callerOf({ caller }: RawContext): Caller {
  if (!caller) throw new Refusal('unauthenticated', 'not_signed_in');
  return caller;
}

function browserCaller(context: RawContext) {
  const { actor, sessionId } = callerOf(context);
  return { orgId: actor.orgId, userId: actor.id, name: actor.name, sessionId };
}
