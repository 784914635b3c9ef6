import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { HomeScreen } from '../screens/home/home-screen.tsx';
import { Frame } from './frame.tsx';

const root = createRootRoute({ component: Frame });

const home = createRoute({ getParentRoute: () => root, path: '/', component: HomeScreen });

export const caseRoute = createRoute({
  getParentRoute: () => root,
  path: '/case/$caseId',
  component: lazyRouteComponent(() => import('../screens/case/case-screen.tsx'), 'CaseScreen'),
});

const counter = createRoute({
  getParentRoute: () => root,
  path: '/counter',
  component: lazyRouteComponent(() => import('../screens/counter/counter-screen.tsx'), 'CounterScreen'),
});

const approve = createRoute({
  getParentRoute: () => root,
  path: '/approve',
  component: lazyRouteComponent(() => import('../screens/approve/approve-screen.tsx'), 'ApproveScreen'),
});

const find = createRoute({
  getParentRoute: () => root,
  path: '/find',
  component: lazyRouteComponent(() => import('../screens/find/find-screen.tsx'), 'FindScreen'),
});

const print = createRoute({
  getParentRoute: () => root,
  path: '/print',
  component: lazyRouteComponent(() => import('../screens/print/print-screen.tsx'), 'PrintScreen'),
});

const reports = createRoute({
  getParentRoute: () => root,
  path: '/reports',
  component: lazyRouteComponent(() => import('../screens/reports/reports-screen.tsx'), 'ReportsScreen'),
});

const sync = createRoute({
  getParentRoute: () => root,
  path: '/sync',
  component: lazyRouteComponent(() => import('../screens/sync/sync-screen.tsx'), 'SyncScreen'),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('../screens/settings/settings-screen.tsx'), 'SettingsScreen'),
});

export const router = createRouter({
  routeTree: root.addChildren([home, caseRoute, counter, approve, find, print, reports, sync, settings]),
  history: createHashHistory(),
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
