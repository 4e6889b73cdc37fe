import type { Actor } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import type { DemoWorld } from '#kernel/demo.ts';

/** What identity leaves in the demo world for the slices after it, under the key `identity`. */
export interface DemoPeople {
  readonly system: Actor;
  readonly byEmail: ReadonlyMap<string, Actor>;
}

/** A step of the demo company: as the person with that e-mail, or the system, at a moment in the past. */
export function demoStep(world: DemoWorld, email: string | null, at: Date): Step {
  const people = world.made.get('identity') as DemoPeople | undefined;
  const actor = email === null ? people?.system : people?.byEmail.get(email);
  if (!actor) throw new Error(`the demo company has nobody called ${email ?? 'system'} yet`);
  return { actor, tx: world.tx, now: at, source: 'demo', requestId: null };
}
