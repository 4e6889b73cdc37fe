export { addPerson } from './commands/add-person.ts';
export { createKey } from './commands/create-key.ts';
export { createOrg } from './commands/create-org.ts';
export { createUser } from './commands/create-user.ts';
export { syncBuiltInRoles } from './commands/sync-built-in-roles.ts';
export { type DemoPeople, demoStep } from './demo/people.ts';
export { authenticate, recognise } from './queries/authenticate.ts';
export { loadActor, loadOrg, systemActor, systemActorId } from './queries/load-actor.ts';
export { systemStep } from './queries/steps.ts';
