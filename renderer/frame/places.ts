import {
  AuditOutlined,
  BarChartOutlined,
  DiffOutlined,
  FileSearchOutlined,
  HomeOutlined,
  IdcardOutlined,
  NumberOutlined,
  PrinterOutlined,
  ReadOutlined,
  SafetyCertificateOutlined,
  SearchOutlined,
  SettingOutlined,
  SyncOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import type { HomeSummary } from '../../shared/contract/home.ts';
import type { EndpointName } from '../../shared/contract/index.ts';

export type PlaceId =
  | 'home'
  | 'counter'
  | 'approve'
  | 'find'
  | 'print'
  | 'stock'
  | 'guide'
  | 'certificates'
  | 'reports'
  | 'sweep'
  | 'conflicts'
  | 'sync'
  | 'settings';

export interface Place {
  readonly id: PlaceId;
  readonly path:
    | '/'
    | '/counter'
    | '/approve'
    | '/find'
    | '/print'
    | '/stock'
    | '/guide'
    | '/certificates'
    | '/reports'
    | '/sweep'
    | '/conflicts'
    | '/sync'
    | '/settings';
  readonly Icon: ComponentType;
  /** The call without which the place is empty: who may not make it does not see the place. */
  readonly needs: EndpointName;
  readonly count?: (summary: HomeSummary) => number;
}

/** The left rail, in its order. Its word is `place.<id>`. */
export const places: readonly Place[] = [
  { id: 'home', path: '/', Icon: HomeOutlined, needs: 'home.summary' },
  { id: 'counter', path: '/counter', Icon: IdcardOutlined, needs: 'case.start', count: (it) => it.drafts },
  { id: 'approve', path: '/approve', Icon: AuditOutlined, needs: 'case.list', count: (it) => it.toApprove },
  { id: 'find', path: '/find', Icon: SearchOutlined, needs: 'person.search' },
  { id: 'print', path: '/print', Icon: PrinterOutlined, needs: 'document.print', count: (it) => it.toPrint },
  { id: 'stock', path: '/stock', Icon: NumberOutlined, needs: 'stock.list' },
  { id: 'guide', path: '/guide', Icon: ReadOutlined, needs: 'policy.guides' },
  { id: 'certificates', path: '/certificates', Icon: SafetyCertificateOutlined, needs: 'policy.certificates' },
  { id: 'reports', path: '/reports', Icon: BarChartOutlined, needs: 'report.settlement' },
  { id: 'sweep', path: '/sweep', Icon: FileSearchOutlined, needs: 'sweep.state' },
  {
    id: 'conflicts',
    path: '/conflicts',
    Icon: DiffOutlined,
    needs: 'conflict.list',
    count: (it) => it.conflicts,
  },
  { id: 'sync', path: '/sync', Icon: SyncOutlined, needs: 'sync.state', count: (it) => it.toSend },
  { id: 'settings', path: '/settings', Icon: SettingOutlined, needs: 'session.lock' },
];
