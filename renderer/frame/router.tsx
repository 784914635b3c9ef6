import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { LookupPurpose } from '../../shared/contract/person.ts';
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
  // Whether the catalogue of procedures stands open.
  validateSearch: (search): { choosing?: boolean } => (search.choosing === true ? { choosing: true } : {}),
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

const stock = createRoute({
  getParentRoute: () => root,
  path: '/stock',
  component: lazyRouteComponent(() => import('../screens/stock/stock-screen.tsx'), 'StockScreen'),
});

const guide = createRoute({
  getParentRoute: () => root,
  path: '/guide',
  component: lazyRouteComponent(() => import('../screens/policy/guide-screen.tsx'), 'GuideScreen'),
});

const certificates = createRoute({
  getParentRoute: () => root,
  path: '/certificates',
  component: lazyRouteComponent(() => import('../screens/policy/certificates-screen.tsx'), 'CertificatesScreen'),
});

const reports = createRoute({
  getParentRoute: () => root,
  path: '/reports',
  component: lazyRouteComponent(() => import('../screens/reports/reports-screen.tsx'), 'ReportsScreen'),
});

const sweep = createRoute({
  getParentRoute: () => root,
  path: '/sweep',
  component: lazyRouteComponent(() => import('../screens/sweep/sweep-screen.tsx'), 'SweepScreen'),
});

const sync = createRoute({
  getParentRoute: () => root,
  path: '/sync',
  component: lazyRouteComponent(() => import('../screens/sync/sync-screen.tsx'), 'SyncScreen'),
});

const conflicts = createRoute({
  getParentRoute: () => root,
  path: '/conflicts',
  component: lazyRouteComponent(() => import('../screens/conflict/conflicts-screen.tsx'), 'ConflictsScreen'),
});

const conflict = createRoute({
  getParentRoute: () => root,
  path: '/conflict/$eventId',
  component: lazyRouteComponent(() => import('../screens/conflict/conflict-screen.tsx'), 'ConflictScreen'),
});

const purposeOf = (search: Record<string, unknown>): { purpose?: LookupPurpose } => {
  const asked = LookupPurpose.safeParse(search.purpose);
  return asked.success ? { purpose: asked.data } : {};
};

const person = createRoute({
  getParentRoute: () => root,
  path: '/person/$personId',
  validateSearch: purposeOf,
  component: lazyRouteComponent(() => import('../screens/person/person-screen.tsx'), 'PersonScreen'),
});

const household = createRoute({
  getParentRoute: () => root,
  path: '/household/$householdId',
  validateSearch: purposeOf,
  component: lazyRouteComponent(() => import('../screens/household/household-screen.tsx'), 'HouseholdScreen'),
});

const address = createRoute({
  getParentRoute: () => root,
  path: '/address/$addressId',
  validateSearch: purposeOf,
  component: lazyRouteComponent(() => import('../screens/address/address-screen.tsx'), 'AddressScreen'),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('../screens/settings/settings-screen.tsx'), 'SettingsScreen'),
});

const calibration = createRoute({
  getParentRoute: () => root,
  path: '/settings/calibration',
  component: lazyRouteComponent(
    () => import('../screens/settings/calibration/calibration-screen.tsx'),
    'CalibrationScreen',
  ),
});

const printing = createRoute({
  getParentRoute: () => root,
  path: '/settings/printing',
  component: lazyRouteComponent(() => import('../screens/settings/printing/printing-screen.tsx'), 'PrintingScreen'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    person,
    household,
    address,

    home,
    caseRoute,
    counter,
    approve,
    find,
    print,
    stock,
    guide,
    certificates,
    reports,
    sweep,
    sync,
    conflicts,
    conflict,
    settings,
    calibration,
    printing,
  ]),
  history: createHashHistory(),
  defaultPreload: 'intent',
  // Another page is read from its top, the one come back to from where it was left.
  scrollRestoration: true,
  scrollToTopSelectors: ['main.place'],
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
