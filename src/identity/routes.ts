import { serve, serveRaw } from '#kernel/http.ts';
import { serveList } from '#kernel/lists.ts';
import { theRegistry } from '#kernel/registry.ts';
import { readSessionCookie, setSessionCookie } from '#kernel/session-cookie.ts';
import { visitOf } from '#kernel/visit.ts';
import { lookSetup, setUp } from './commands/set-up.ts';
import { signIn } from './commands/sign-in.ts';
import { signInCode } from './commands/sign-in-code.ts';
import * as me from './contract/me.ts';
import * as roles from './contract/roles.ts';
import * as signing from './contract/sign-in.ts';
import * as teams from './contract/teams.ts';
import * as users from './contract/users.ts';
import { describeCatalogue } from './queries/catalogue.ts';
import { listDirectory, listTeamTree } from './queries/directory.ts';
import { getMe } from './queries/me.ts';
import { getPerson, userSource } from './queries/people.ts';
import { describePermissions, listRoleRows } from './queries/roles.ts';

export const routes = [
  serveRaw(signing.lookSetup, (_input, context) => lookSetup(visitOf(context))),
  serveRaw(signing.setUp, async (input, context) => {
    const session = await setUp(input, visitOf(context), theRegistry());
    setSessionCookie(context.reply, context.request, session.token, session.expiresAt);
    return context.reply.status(201).send({});
  }),
  serveRaw(signing.signIn, async (input, context) => {
    const { reply, request } = context;
    const session = await signIn(input, visitOf(context), readSessionCookie(request));
    setSessionCookie(reply, request, session.token, session.expiresAt);
    return { next: session.next };
  }),
  serveRaw(signing.signInCode, async (input, context) => {
    const { reply, request } = context;
    const session = await signInCode(input, visitOf(context), readSessionCookie(request));
    setSessionCookie(reply, request, session.token, session.expiresAt);
    return { next: 'done' };
  }),
  serve(me.me, (_input, step) => getMe(step)),
  serve(me.catalogue, async (_input, step) => ({ objects: describeCatalogue(step.actor) })),
  serve(me.directory, (_input, step) => listDirectory(step)),
  ...serveList(users.users, userSource),
  serve(users.getUser, getPerson),
  serve(teams.listTeams, async (_input, step) => ({ items: await listTeamTree(step) })),
  serve(roles.listRoles, async (_input, step) => ({ items: await listRoleRows(step) })),
  serve(roles.listPermissions, async () => describePermissions()),
];
