import {
  MutationCache,
  QueryCache,
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import type { EndpointName, InputOf, OutputOf } from '../shared/contract/index.ts';
import type { News } from '../shared/contract/news.ts';
import type { Session } from '../shared/contract/session.ts';
import { ask, CallFailure } from './client.ts';

/** The station refused because nobody is logged in or the window is locked: the frame must ask who that is. */
function noticeSession(error: unknown): void {
  if (!(error instanceof CallFailure)) return;
  if (error.failure.code === 'SESSION_REQUIRED' || error.failure.code === 'SESSION_LOCKED') refresh('session.current');
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeSession }),
  mutationCache: new MutationCache({ onError: noticeSession }),
  defaultOptions: {
    // The "server" is this very computer: never wait for a network.
    queries: { networkMode: 'always', retry: false, refetchOnWindowFocus: false, staleTime: 1000 },
    mutations: { networkMode: 'always', retry: false },
  },
});

// News tells when another pack comes into force.
queryClient.setQueryDefaults(['policy.names'], { staleTime: Number.POSITIVE_INFINITY });
queryClient.setQueryDefaults(['policy.departments'], { staleTime: Number.POSITIVE_INFINITY });
queryClient.setQueryDefaults(['policy.procedures'], { staleTime: Number.POSITIVE_INFINITY });

/** Reads an endpoint and keeps the answer until news says it is worth reading again. */
export function useCall<N extends EndpointName>(
  endpoint: N,
  input: InputOf<N>,
  options: { enabled?: boolean; keepsPrevious?: boolean; freshMs?: number; everyMs?: number } = {},
): UseQueryResult<OutputOf<N>, CallFailure> {
  return useQuery<OutputOf<N>, CallFailure>({
    queryKey: [endpoint, input],
    queryFn: () => ask(endpoint, input),
    enabled: options.enabled ?? true,
    ...(options.freshMs === undefined ? {} : { staleTime: options.freshMs }),
    ...(options.everyMs === undefined ? {} : { refetchInterval: options.everyMs }),
    ...(options.keepsPrevious ? { placeholderData: (previous: OutputOf<N> | undefined) => previous as never } : {}),
  });
}

/** Carries out an endpoint that changes something. */
export function useAct<N extends EndpointName>(endpoint: N): UseMutationResult<OutputOf<N>, CallFailure, InputOf<N>> {
  return useMutation<OutputOf<N>, CallFailure, InputOf<N>>({ mutationFn: (input) => ask(endpoint, input) });
}

/** Reads the named endpoints again wherever they are shown. */
export function refresh(...endpoints: EndpointName[]): void {
  for (const endpoint of endpoints) void readAgain([endpoint]);
}

/** What is under way may have been read before the change: the library would take it for fresh, and does not repeat a first read. */
async function readAgain(queryKey: readonly unknown[]): Promise<void> {
  await queryClient.cancelQueries({ queryKey });
  await queryClient.invalidateQueries({ queryKey });
}

const readsOfNobody: readonly unknown[] = ['session.current', 'station.state', 'policy.names'] satisfies EndpointName[];

/** Somebody else sits down, or nobody (null): whatever was read for the one before, and what they were allowed, is forgotten. */
export function changeOperator(session: Session | null): void {
  queryClient.removeQueries({ predicate: ({ queryKey }) => !readsOfNobody.includes(queryKey[0]) });
  queryClient.setQueryData(['session.current', {}], session);
}

const readsOfTopic: Readonly<Record<News['topic'], readonly EndpointName[]>> = {
  case: [
    'case.prefilled',
    'case.get',
    'case.list',
    'home.summary',
    'document.printLog',
    'paper.listOfCase',
    'inquiry.list',
  ],
  queues: ['exchange.state', 'case.list', 'conflict.list', 'home.summary'],
  sync: [
    'exchange.state',
    'sync.state',
    'freeze.list',
    'sync.outbox',
    'inquiry.open',
    'inquiry.list',
    'conflict.list',
    'home.summary',
  ],
  sweep: ['sweep.state', 'sweep.faults'],
  session: ['session.current', 'station.state'],
  policy: [
    'policy.names',
    'policy.departments',
    'policy.procedures',
    'policy.packs',
    'policy.guides',
    'policy.guide',
    'policy.certificates',
    'case.get',
  ],
  stock: ['stock.list', 'stock.blanks', 'stock.questions'],
  applicant: ['applicant.view'],
  'applicant-objects': ['applicant.view'],
  service: ['station.state', 'session.current', 'sync.state'],
};

/** Turns the service's news into fresh reads. Returns the function that stops it. */
export function followNews(): () => void {
  return window.luohu.onNews((news) => {
    if (news.topic === 'case') void readAgain(['case.get', { caseId: news.caseId }]);
    refresh(...readsOfTopic[news.topic].filter((it) => news.topic !== 'case' || it !== 'case.get'));
  });
}
