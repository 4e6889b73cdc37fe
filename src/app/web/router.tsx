import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { type Screen, webSlices } from '#kernel/web/slice.ts';
import { BrokenScreen } from './broken-screen.tsx';
import { Ground } from './ground.tsx';
import { LostScreen } from './lost-screen.tsx';
import { SignedIn } from './signed-in.tsx';

function buildRouter() {
  const root = createRootRoute({
    component: () => (
      <Ground>
        <Outlet />
      </Ground>
    ),
    notFoundComponent: LostScreen,
  });
  const inside = createRoute({ getParentRoute: () => root, id: 'inside', component: SignedIn });
  const screens = webSlices().flatMap((slice) => slice.screens ?? []);
  const route = (parent: typeof root | typeof inside) => (screen: Screen) =>
    createRoute({
      getParentRoute: () => parent as typeof root,
      path: screen.path,
      component: lazyRouteComponent(screen.load, 'Screen'),
    });
  const tree = root.addChildren([
    inside.addChildren(screens.filter((screen) => !screen.open).map(route(inside))),
    ...screens.filter((screen) => screen.open).map(route(root)),
  ]);
  return createRouter({
    routeTree: tree,
    defaultErrorComponent: BrokenScreen,
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultPendingMs: 200,
  });
}

/** Every screen of every slice under its address. */
export function Router() {
  return <RouterProvider router={theRouter()} />;
}

let router: ReturnType<typeof buildRouter> | undefined;

function theRouter() {
  router ??= buildRouter();
  return router;
}
